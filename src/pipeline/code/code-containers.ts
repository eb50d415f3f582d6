import type { Element } from "hast";
import { classList, findElement, findElements, isBlank, isElement, textContent } from "../../html/query.js";
import { isCodeBox } from "./code-boxes.js";
import { isGutter } from "./gutters.js";

/** What a highlighter makes in the place of a `<pre>`: all of it is the one block of code. */
const rendered = new Set(
  "syntaxhighlighter dp-highlighter crayon-syntax csharpcode enlighter-default CodeMirror-code view-lines hljs-ln lntable rouge-table highlighttable js-file-line-container".split(
    " ",
  ),
);

/** What stands around a `<pre>`, and may hold other things too. */
const wrappers = new Set(
  "highlight codehilite sourceCode wp_syntax cnblogs_code highlighter-rouge chroma bogus-wrapper code code-block code-wrapper code-toolbar code-snippet__fix literal-block-wrapper geshi syntaxhighlighter-wrapper wp-block-syntaxhighlighter-code EnlighterJSRAW code-example".split(
    " ",
  ),
);

/** Buttons and numbers that stand beside a block of code and not in it. */
const besides = new Set(
  "pre-numbering hljs-button hide-preCode-box code-snippet__line-index copy-code-btn hljs-copy-button copy-button cnblogs_code_toolbar cnblogs_code_copy".split(
    " ",
  ),
);

export function isBesideCode(element: Element): boolean {
  return classList(element).some((name) => besides.has(name));
}

/** Whether an element that is no `<pre>` is a block of code as a whole. */
export function isCodeContainer(element: Element): boolean {
  const names = classList(element);
  if (names.some((name) => rendered.has(name))) return textContent(element).trim() !== "";
  if (names.some((name) => wrappers.has(name)) && isOneBlock(element)) return true;
  if (element.tagName === "table") return isNumberedTable(element);
  return element.tagName === "div" && (isLinePerPre(element) || isCodeBox(element));
}

/** Whatever it is called: each row has a cell of line numbers and one other, and code stands in it. */
function isNumberedTable(table: Element): boolean {
  const rows = findElements(table, ({ tagName }) => tagName === "tr");
  const hasCode = findElement(table, ({ tagName }) => tagName === "pre") !== undefined;
  return hasCode && rows.length > 0 && rows.every(isNumberedRow);
}

function isNumberedRow(row: Element): boolean {
  const cells = row.children.filter((child) => isElement(child, "td", "th"));
  return cells.length > 1 && cells.filter((cell) => !isGutter(cell)).length === 1;
}

/** Nothing in it but one `<pre>`, or the table that puts the numbers beside it. */
function isOneBlock(wrapper: Element): boolean {
  const content = wrapper.children.filter((child) => !isBlank(child) && !(isElement(child) && isGutter(child)));
  const [only, ...others] = content;
  if (!isElement(only) || others.length > 0) return content.length > 1 && isLinePerPre(wrapper);
  if (only.tagName === "pre") return true;
  if (only.tagName === "table") return findElement(only, ({ tagName }) => tagName === "pre") !== undefined;
  return isElement(only, "div", "figure") && isOneBlock(only);
}

/** Old editors wrote one `<pre>` per line. */
function isLinePerPre(wrapper: Element): boolean {
  let lines = 0;
  for (const child of wrapper.children) {
    if (isElement(child, "pre") && !textContent(child).trim().includes("\n")) lines += 1;
    else if (!isBlank(child)) return false;
  }
  return lines > 1;
}
