import { escapeHtml } from "../../lib/escape.js";
import { readArguments } from "./arguments.js";
import type { Block } from "./blocks.js";
import { quotation } from "./write.js";

/*
 * Boxes that set text apart, fold it up or put it under tabs. What a reader would have to open lies open or in `<details>`;
 * their titles stay.
 */

/** What stands beside a title and only says how the box looks. */
const dress =
  /^(?:default|primary|success|info|warning|danger|error|tip|note|blue|pink|red|purple|orange|green|yellow|cyan|gray|grey|open|close|closed|true|false|no-icon|simple|modern|flat|disabled|fa[bsrl]?|fa-[\w-]+|icon-[\w-]+|\d+)$/;

export function note(block: Block): string {
  const title = titleOf(block);
  if (!title) return quotation(block.content, "", block.kind);
  return quotation(`<p><strong>${escapeHtml(title)}</strong></p>\n\n${block.content.trim()}`, "", block.kind);
}

export function details(block: Block): string {
  const { content, kind, name, text } = block;
  // Butterfly: `title, background, colour`
  const title = /^hide/.test(name) ? text.split(",", 1)[0]!.trim() : titleOf(block);
  const isMarkdown = kind === "markdown" ? ' markdown="1"' : "";
  return `<details${isMarkdown}>\n<summary>${escapeHtml(title || "…")}</summary>\n\n${content.trim()}\n\n</details>\n`;
}

const tabStart = /<!--\s*(?:tab|timeline)\b[ \t]*([^\n]*?)-->/g;
const tabEnd = /<!--\s*end(?:tab|timeline)\s*-->/g;

/** Hexo: `name, [shown]`, and within a comment before each tab that has its caption, `caption@icon`. */
export function tabs({ content, kind, name, text }: Block): string {
  const fields = text.split(",");
  const shown = content
    .replace(tabStart, (_, caption: string) => heading(caption.replace(/@[\w -]*$/, "").trim(), kind))
    .replace(tabEnd, "");
  // The name of tabs is for their addresses; that of a time line is shown.
  return (name === "timeline" ? heading(fields[0]!.trim(), kind) : "") + shown;
}

/** Jekyll: `name caption`; Hugo: `"caption"`. */
export function tab({ content, kind, text }: Block): string {
  const given = readArguments(text);
  const named = given.named.get("title") ?? given.named.get("name") ?? given.named.get("header");
  const words = given.words.length > 1 && !/^\s*["']/.test(text) ? given.words.slice(1) : given.words;
  return heading(named ?? words.join(" "), kind) + content;
}

/** Not a heading: that would get into the table of contents. */
function heading(caption: string, kind: Block["kind"]): string {
  if (caption === "") return "";
  return kind === "html" ? `<p><strong>${escapeHtml(caption)}</strong></p>` : `\n**${caption}**\n\n`;
}

function titleOf({ text }: Block): string {
  const { named } = readArguments(text);
  const given = named.get("title") ?? named.get("summary");
  if (given !== undefined) return given;
  const quoted = [...text.matchAll(/"([^"]+)"|'([^']+)'/g)].map((match) => match[1] ?? match[2]!);
  const title = quoted.find((words) => !words.split(/\s+/).every((word) => dress.test(word)));
  if (title !== undefined) return title;
  if (quoted.length > 0 || named.size > 0) return "";
  // Volantis: `colour open, title`
  const words = text
    .trim()
    .replace(/^[\w -]+,\s*(?=\S)/, (before) => (isDress(before.slice(0, before.indexOf(","))) ? "" : before));
  const shown = words.split(/\s+/);
  const from = shown.findIndex((word) => !dress.test(word));
  return from < 0 ? "" : shown.slice(from).join(" ");
}

function isDress(words: string): boolean {
  return words
    .trim()
    .split(/\s+/)
    .every((word) => dress.test(word));
}
