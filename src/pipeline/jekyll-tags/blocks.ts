import { escapeHtml } from "../../lib/escape.js";
import type { BodyKind } from "../../model/document.js";
import { readArguments } from "./arguments.js";
import { isInList } from "./code-regions.js";
import { fenced, preformatted, quotation } from "./write.js";

/** A tag with content, and where it stands. */
export interface Block {
  readonly name: string;
  /** What follows the name in the start tag. */
  readonly text: string;
  readonly content: string;
  readonly kind: BodyKind;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

type Meaning = (block: Block) => string;

interface CodeLabel {
  readonly language?: string | undefined;
  readonly title?: string | undefined;
}

const note: Meaning = (block) => quotation(block.content, "", block.kind);
/** Tags whose content is kept in another form; each ends at `end` + its name. */
const blocks: Readonly<Record<string, Meaning>> = {
  highlight: (block) => code(block, readHighlight(block.text)),
  codeblock: (block) => code(block, readCodeblock(block.text)),
  code: (block) => code(block, readCodeblock(block.text)),
  mermaid: (block) => code(block, { language: "mermaid" }),
  blockquote: (block) => quotation(block.content, block.text.trim(), block.kind),
  quote: (block) => quotation(block.content, block.text.trim(), block.kind),
  pullquote: note,
  centerquote: note,
  cq: note,
  note,
  notice: note,
  alert: note,
  callout: note,
  admonition: note,
  details: (block) => details(block),
};
export const isBlockTag = (name: string): boolean => Object.hasOwn(blocks, name);
/** The body's text for a block. */
export function meaningOfBlock(block: Block): string {
  return blocks[block.name]!(block);
}
function readHighlight(text: string): CodeLabel {
  const language = /^\s*["']?([^\s"',=]+)/.exec(text)?.[1];
  return { language: language === "linenos" ? undefined : language };
}
/** Octopress and Hexo: `[title] [lang:language] [url] [link text]` */
function readCodeblock(text: string): CodeLabel {
  const { words, named } = readArguments(text);
  const title = words.filter((word) => !/^(?:https?:)?\/\//.test(word)).join(" ");
  return { language: named.get("lang") ?? named.get("language"), title: title || undefined };
}
function code(block: Block, { language, title }: CodeLabel): string {
  const text = block.content.replace(/^(?:[ \t]*\n)+|\s+$/g, "").replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "");
  if (block.kind === "html") return (title ? `<p>${escapeHtml(title)}</p>` : "") + preformatted(text, language);
  const lineStart = block.body.lastIndexOf("\n", block.start - 1) + 1;
  const before = block.body.slice(lineStart, block.start);
  if (before.trim() !== "" && !block.content.includes("\n")) return `<code>${escapeHtml(text)}</code>`;
  const info = `${language ?? ""}${title ? ` title="${title.replaceAll('"', "'")}"` : ""}`;
  const indent = before.trim() === "" && isInList(block.body, lineStart) ? before.replaceAll("\t", "    ") : "";
  const after = /^[ \t]*(?:\n|$)/.test(block.body.slice(block.end, block.end + 200)) ? "" : "\n";
  // The indentation before the tag is already written.
  return `${before.trim() === "" ? "" : "\n"}${fenced(text, info, indent).slice(indent.length)}${after}`;
}
function details({ content, text, kind }: Block): string {
  const summary = escapeHtml(readArguments(text).words.join(" ") || readArguments(text).named.get("summary") || "…");
  const isMarkdown = kind === "markdown" ? ' markdown="1"' : "";
  return `<details${isMarkdown}>\n<summary>${summary}</summary>\n\n${content.trim()}\n\n</details>\n`;
}
