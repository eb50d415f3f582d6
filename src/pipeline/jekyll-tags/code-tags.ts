import { escapeHtml } from "../../lib/escape.js";
import { readArguments } from "./arguments.js";
import type { Block } from "./blocks.js";
import { isInList } from "./code-regions.js";
import { anchor, fenced, preformatted } from "./write.js";

interface CodeLabel {
  readonly language?: string | undefined;
  readonly title?: string | undefined;
  readonly href?: string | undefined;
  readonly linkText?: string | undefined;
}

/** Jekyll: `language [linenos]` */
export function highlightTag(block: Block): string {
  const language = /^\s*["']?([^\s"',=]+)/.exec(block.text)?.[1];
  return code(block, { language: language === "linenos" ? undefined : language });
}

/** Octopress and Hexo: `[title] [lang:language] [url] [link text]` */
export function codeblockTag(block: Block): string {
  const { words, named } = readArguments(block.text);
  const at = words.findIndex((word) => /^(?:https?:)?\/\//.test(word));
  const title = words.slice(0, at < 0 ? undefined : at).join(" ");
  return code(block, {
    language: named.get("lang") ?? named.get("language"),
    title: title || undefined,
    href: words[at],
    linkText: at < 0 ? undefined : words.slice(at + 1).join(" ") || undefined,
  });
}

export function mermaidTag(block: Block): string {
  return code(block, { language: "mermaid" });
}

function code(block: Block, label: CodeLabel): string {
  const text = block.content.replace(/^(?:[ \t]*\n)+|\s+$/g, "").replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "");
  if (block.kind === "html") return captioned(preformatted(text, label.language), label);
  const lineStart = block.body.lastIndexOf("\n", block.start - 1) + 1;
  const before = block.body.slice(lineStart, block.start);
  if (before.trim() !== "" && !block.content.includes("\n")) return `<code>${escapeHtml(text)}</code>`;
  const indent = before.trim() === "" && isInList(block.body, lineStart) ? before.replaceAll("\t", "    ") : "";
  const after = /^[ \t]*(?:\n|$)/.test(block.body.slice(block.end, block.end + 200)) ? "" : "\n";
  // The indentation before the tag is already written.
  const lines = fenced(text, infoOf(label), indent).slice(indent.length);
  return `${before.trim() === "" ? "" : "\n"}${lines}${after}`;
}

function captioned(pre: string, { title, href, linkText }: CodeLabel): string {
  if (!title && !href) return pre;
  const caption = [title && escapeHtml(title), href && anchor(href, linkText ?? href)].filter(Boolean).join(" ");
  return `<figure><figcaption>${caption}</figcaption>${pre}</figure>`;
}

function infoOf({ language = "", title, href, linkText }: CodeLabel): string {
  const named = Object.entries({ title, href, link: linkText }).filter(([, value]) => value !== undefined);
  return [language, ...named.map(([key, value]) => ` ${key}="${value!.replaceAll('"', "'")}"`)].join("");
}
