import { rougeHtml, withLineNumbers } from "../rouge/index.js";
import { rougeLanguages } from "../rouge/languages.js";
import type { Attributes, Element } from "./element.js";
import { attributesOf, escapeCode } from "./escape.js";
import type { CodeOptions, KramdownOptions } from "./options.js";
import { spaces, span } from "./print.js";

/** A block of code. */
export function writeCode({ value, attributes, options }: Element, settings: KramdownOptions, indent: number): string {
  const language = languageOf(attributes);
  const html = coloured(value, options.language ?? language, settings.codeBlocks);
  if (html === undefined) return writePlainCode(value, attributes, language, indent);
  const marked = withHighlighter(attributes, language ?? settings.codeBlocks.usualLanguage);
  return `${spaces(indent)}<div${attributesOf(marked)}>${html}${spaces(indent)}</div>\n`;
}

/** Code within a line. */
export function writeCodeSpan({ value, attributes }: Element, { codeSpans }: KramdownOptions): string {
  const language = languageOf(attributes);
  const html = coloured(value, language, codeSpans);
  if (html === undefined) return span("code", attributes, escapeCode(value));
  return span("code", withHighlighter(attributes, language ?? codeSpans.usualLanguage), html);
}

function languageOf(attributes: Attributes): string | undefined {
  return /\blanguage-(\S+)/.exec(attributes.class ?? "")?.[1];
}

/** Code as Rouge writes it; undefined if it shall stay as it is. */
function coloured(code: string, written: string | undefined, options: CodeOptions): string | undefined {
  const { highlights, marksPlainText, usualLanguage, wrapper, numberedFrom } = options;
  const language = written ?? usualLanguage;
  const name = language.replace(/\?.*$/s, "").toLowerCase();
  if (!highlights || !rougeLanguages.has(name) || (isPlainText(name) && !marksPlainText)) return undefined;
  const tokens = isPlainText(name) ? escapeCode(code) : rougeHtml(code, language);
  const html = numberedFrom === undefined ? tokens : withLineNumbers(tokens, numberedFrom);
  return wrapper === undefined
    ? html
    : `<div class="highlight"><pre${attributesOf({ class: wrapper })}><code>${html}</code></pre></div>`;
}

const isPlainText = (language: string): boolean => language === "plaintext" || language === "text";

/** The class of code that Rouge has coloured; it stays where it was written if it is more than the language. */
function withHighlighter(attributes: Attributes, language: string): Attributes {
  const { rest, others } = withoutLanguage(attributes);
  return { ...others, class: [`language-${language}`, rest, "highlighter-rouge"].filter(Boolean).join(" ") };
}

function withoutLanguage(attributes: Attributes): { readonly rest: string; readonly others: Attributes } {
  const { class: written = "", ...others } = attributes;
  const rest = written.replace(/\blanguage-\S+/, "").trim();
  return { rest, others: rest === "" ? others : { ...attributes, class: rest } };
}

/** Code in a language that the highlighter does not know. */
function writePlainCode(code: string, attributes: Attributes, language: string | undefined, indent: number): string {
  const pre = attributesOf(withoutLanguage(attributes).others);
  const name = language === undefined ? "" : ` class="language-${language}"`;
  return `${spaces(indent)}<pre${pre}><code${name}>${escapeCode(code).replace(/\n$/, "")}\n</code></pre>\n`;
}
