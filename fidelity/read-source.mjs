import { parseFragment } from "parse5";
import { bodyKindOf } from "./body-kind.mjs";
import { removeChrome } from "./chrome.mjs";
import { fieldOf, splitFrontMatter } from "./front-matter.mjs";
import { resolveLiquid, resolveShortcodes } from "./liquid.mjs";
import { renderMarkdown } from "./markdown.mjs";
import { readTree } from "./read.mjs";
import { attribute, elementsIn } from "./tree.mjs";

/** @import { Reading } from "./model.d.ts" */

/**
 * What a reader of the old page saw.
 * @param {string} source the whole file @param {string} extension with its dot
 * @returns {{ reading: Reading, kind: "html" | "markdown", liquid: boolean, targets: ReadonlySet<string> }} `targets`: ids of the old page
 */
export function readSource(source, extension) {
  const { fields, body } = splitFrontMatter(source);
  const kind = bodyKindOf(body, extension);
  const liquid = fieldOf(fields, "render_with_liquid") !== "false";
  const resolved = liquid ? resolveShortcodes(resolveLiquid(body, kind, fields)) : body;
  const maths = /^(?:true|yes|on)$/i.test(
    ["math", "mathjax", "katex", "use_math", "usemathjax", "latex"].map((key) => fieldOf(fields, key)).find(Boolean) ??
      "",
  );
  // An exporter wrote each slash as a reference, those of closing tags too.
  const closed = resolved.replace(/<&#47;(?=[a-z]+\d?>)/gi, "</");
  const stored = withStoredCode(closed);
  const root = parseFragment(kind === "html" ? withCharacterData(stored) : renderMarkdown(withFrames(stored), maths));
  const targets = new Set(
    [...elementsIn(root)]
      .flatMap((element) => [attribute(element, "id"), attribute(element, "name")])
      .filter((id) => id !== undefined),
  );
  removeChrome(root);
  return { reading: readTree(root), kind, liquid, targets };
}

/** Code that its editor stored in a way of its own: Confluence as character data, Habr in an element without content. @param {string} body */
function withStoredCode(body) {
  return body
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>(?=\s*<\/ac:plain-text-(link-)?body)/g, (_, text, link) =>
      link ? escaped(text) : `<pre>\n${escaped(text)}</pre>`,
    )
    .replace(
      /<source(?: lang="[\w+-]+")?>([\s\S]*?)<\/source>/g,
      (_, text) => `<pre>\n${text.replace(/</g, "&lt;")}</pre>`,
    );
}

/** What stands in sections of XML: an article, or text. @param {string} body */
function withCharacterData(body) {
  return body
    .replace(/<(script|style|pre)\b[\s\S]*?<\/\1|<!\[CDATA\[([\s\S]*?)\]\]>/gi, (whole, element, text) =>
      element ? whole : /<\/?[a-z]/i.test(text) ? text : escaped(text),
    )
    .replace(/<oembed>(https?:[^<\s]+)<\/oembed>/g, '<iframe src="$1"></iframe>');
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** Films that a line of Markdown names by an address. @param {string} body */
function withFrames(body) {
  return body.replace(/^@\[[\w ]+\]\((https?:[^()\s]+)\)[ \t]*$/gm, '<iframe src="$1"></iframe>');
}
