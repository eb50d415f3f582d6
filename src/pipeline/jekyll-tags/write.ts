import { escapeHtml } from "../../lib/escape.js";

/*
 * How what a tag means is written in the body. HTML is understood in both kinds of body; blocks of code are fenced in
 * Markdown, so that they can stand in lists.
 */

export function figure(src: string, caption: string | undefined, alt: string | undefined, link?: string): string {
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt ?? "")}">`;
  const linked = link ? `<a href="${escapeHtml(link)}">${image}</a>` : image;
  return caption ? `<figure>${linked}<figcaption>${caption}</figcaption></figure>` : linked;
}

export function anchor(href: string, label: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}

/** For the step that makes links of embeds. */
export function frame(src: string): string {
  return `<iframe src="${escapeHtml(src)}"></iframe>`;
}

/** A block that a reader is meant to see as set apart; Markdown in it stays Markdown. */
export function quotation(content: string, attribution: string, kind: "html" | "markdown"): string {
  if (kind === "html") return `<blockquote>${content}${attribution && `<p>— ${attribution}</p>`}</blockquote>`;
  return `<blockquote markdown="1">\n${content.trim()}\n${attribution && `\n— ${attribution}\n`}</blockquote>\n`;
}

export function fenced(code: string, info: string, indent: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const lines = code.split("\n");
  const isIndented = lines.every((line) => line.trim() === "" || line.startsWith(indent));
  const text = isIndented ? code : lines.map((line) => line && indent + line).join("\n");
  return `${indent}${fence}${info.replaceAll("`", "")}\n${text}\n${indent}${fence}`;
}

export function preformatted(code: string, language: string | undefined): string {
  const className = language ? ` class="language-${escapeHtml(language)}"` : "";
  return `<pre><code${className}>${escapeHtml(code)}</code></pre>`;
}
