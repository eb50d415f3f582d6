import { attribute, BLOCKS, childrenOf, classesOf, elementsIn, isElement, isUnseen, rawText } from "./tree.mjs";

/** @import { CodeBlock, Element, Node } from "./model.d.ts" */

const GUTTERS = new Set(
  (
    "gutter lineno linenos linenodiv line-numbers-rows lnt lnum rouge-gutter pre-numbering crayon-nums crayon-num hljs-ln-numbers " +
    "hljs-button copy-button copy-code-btn code-copy toolbar code-toolbar-label line_numbers lineNumbers blob-num"
  ).split(" "),
);

/** Line numbers and buttons beside code: seen, but no part of it. @param {Element} element */
export function isGutter(element) {
  const classes = classesOf(element);
  // On a `<pre>` this asks for numbers.
  if (element.tagName === "td" && classes.includes("number") && /^\s*\d+\s*$/.test(rawText(element))) return true;
  if (classes.includes("line-numbers") && /^(?:td|th)$/.test(element.tagName)) return true;
  return classes.some((name) => GUTTERS.has(name)) || /^lnum\d+$/.test(attribute(element, "id") ?? "");
}

/** A list that stands for code, with an entry for each line: the work of an old highlighter. @param {Element} element */
export function isListing(element) {
  return element.tagName === "ol" && classesOf(element).some((name) => /^dp-\w/.test(name));
}

/** Its lines; a pretty-printer may have put blanks between the tokens. @param {Element} list @returns {CodeBlock} */
export function codeBlockOfListing(list) {
  const entries = childrenOf(list).filter((child) => isElement(child) && child.tagName === "li");
  return {
    lines: linesOf(entries.map((entry) => rawText(entry).replace(/\s+/g, " ").trim()).join("\n")),
    loose: "all blanks",
  };
}

/** The lines of a block of code as a reader sees them. @param {Element} pre @returns {CodeBlock} */
export function codeBlockOf(pre) {
  return { lines: withoutCount(linesOf(textOfCode(pre))), loose: looseness(pre) };
}

/** Numbers that an editor wrote before each line. @param {readonly string[]} lines */
function withoutCount(lines) {
  const first = Number.parseInt(lines[0] ?? "", 10);
  const counted = lines.map((line, index) => new RegExp(`^\\s*${first + index}(?:[:.|]|\\b) ?(.*)$`).exec(line)?.[1]);
  return lines.length < 3 || counted.includes(undefined) ? lines : counted.map((line) => line ?? "");
}

/** @param {Element} pre @returns {CodeBlock["loose"]} */
function looseness(pre) {
  const breaking = [...elementsIn(pre)].filter(
    (element) => element.tagName === "br" || BLOCKS.has(element.tagName) || isCodeLine(element),
  );
  if (breaking.length === 0) return "no";
  const indented = breaking.some((element) => /^\n[ \t]+\S/.test(rawText(element)));
  return indented ? "indentation" : "blank lines";
}

/** An editor wrote one `<code>` per line. @param {Element} element */
function isCodeLine(element) {
  if (attribute(element, "data-selectable-paragraph") !== undefined) return true;
  const siblings = element.parentNode?.childNodes ?? [];
  const alone = siblings.every((sibling) => isElement(sibling) || rawText(sibling).trim() === "");
  const codes = siblings.filter((sibling) => isElement(sibling) && sibling.tagName === "code");
  const inPre = element.parentNode?.nodeName === "pre";
  return inPre && element.tagName === "code" && alone && codes.length > 1;
}

/** Lines without trailing white space, and without blank lines at the ends. @param {string} text */
export function linesOf(text) {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .replace(/[\u200b\u2060\ufeff\u0000-\u0008\u000b-\u001f]/g, "")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  while (lines[0] === "") lines.shift();
  return lines;
}

/** @param {Node} node @returns {string} */
function textOfCode(node) {
  let text = "";
  for (const child of childrenOf(node)) {
    if (!isElement(child)) {
      text += child.nodeName === "#text" && "value" in child ? child.value : "";
    } else if (child.tagName === "br") {
      text += "\n";
    } else if (!isUnseen(child) && !isGutter(child)) {
      const inner = textOfCode(child);
      const cell = child.tagName === "td" || child.tagName === "th";
      text += (BLOCKS.has(child.tagName) && !cell) || isCodeLine(child) ? `\n${inner}\n` : inner;
    }
  }
  return text;
}
