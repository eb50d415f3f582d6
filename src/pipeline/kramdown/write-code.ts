import { rougeHtml, withLineNumbers } from "../rouge/index.js";
import { rougeLanguages } from "../rouge/languages.js";
import type { Attributes, Element } from "./element.js";
import { attributesOf, escapeCode } from "./escape.js";
import type { KramdownOptions } from "./options.js";
import { spaces, span } from "./print.js";

/** The class of code that Rouge has coloured. */
function withHighlighter(attributes: Attributes, language: string): Attributes {
  const { class: written = "", ...others } = attributes;
  const rest = written.replace(/\blanguage-\S+/, "").trim();
  return { ...others, class: [`language-${language}`, rest, "highlighter-rouge"].filter(Boolean).join(" ") };
}

/** A block of code. */
export function writeCode({ value, attributes, options }: Element, settings: KramdownOptions, indent: number): string {
  const language = /\blanguage-(\S+)/.exec(attributes.class ?? "")?.[1];
  const isKnown =
    settings.highlights &&
    (language === undefined ? settings.guessLanguage : rougeLanguages.has(language.toLowerCase()));
  if (!isKnown) return writePlainCode(value, attributes, language, indent);
  const { numberedFrom } = settings;
  const coloured = rougeHtml(value, options.language ?? language ?? "plaintext");
  const code = numberedFrom === undefined ? coloured : withLineNumbers(coloured, numberedFrom);
  const html = `<div class="highlight"><pre class="highlight"><code>${code}</code></pre></div>`;
  return `${spaces(indent)}<div${attributesOf(withHighlighter(attributes, language ?? "plaintext"))}>${html}${spaces(indent)}</div>\n`;
}

/** Code in a language that the highlighter does not know. */
function writePlainCode(code: string, attributes: Attributes, language: string | undefined, indent: number): string {
  const { class: written = "", ...others } = attributes;
  const rest = written.replace(/\blanguage-\S+/, "").trim();
  const pre = attributesOf(rest === "" ? others : { ...others, class: rest });
  const name = language === undefined ? "" : ` class="language-${language}"`;
  return `${spaces(indent)}<pre${pre}><code${name}>${escapeCode(code).replace(/\n$/, "")}\n</code></pre>\n`;
}

/** Code within a line. */
export function writeCodeSpan({ value, attributes }: Element, { guessLanguage, highlights }: KramdownOptions): string {
  const language = /\blanguage-(\S+)/.exec(attributes.class ?? "")?.[1];
  if (!highlights || (language === undefined && !guessLanguage)) return span("code", attributes, escapeCode(value));
  const code = language === undefined ? escapeCode(value) : rougeHtml(value, language);
  return span("code", withHighlighter(attributes, language ?? "plaintext"), code);
}
