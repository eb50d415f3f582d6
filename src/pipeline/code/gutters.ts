import type { Element } from "hast";
import { classList, isElement, stringAttribute, textContent } from "../../html/query.js";

/** What stands beside code and is no part of it: line numbers, buttons, toolbars. */
const names = new Set(
  // Pygments, Rouge, Hexo, Hugo, GitHub, GeSHi
  (
    "gutter lineno linenos linenodiv line-numbers line-number lnt ln lnum rouge-gutter gl blob-num line_numbers " +
    // Prism, highlight.js and what goes with them
    "line-numbers-rows hljs-ln-numbers hljs-ln-n pre-numbering hljs-button hljs-copy-button copy-button copy-btn " +
    "copy-code-btn code-copy code-copy-btn copyBtn btn-copy toolbar code-toolbar-label code-block-extension-header " +
    // Crayon, SyntaxHighlighter, cnblogs, CodeMirror, WeChat, pandoc, CSDN
    "crayon-nums crayon-num crayon-toolbar crayon-info crayon-plain-wrap cnblogs_code_toolbar cnblogs_code_copy tools " +
    "CodeMirror-gutter-wrapper CodeMirror-linenumber code-snippet__line-index lineNumbers sourceLineNumbers hide-preCode-box"
  ).split(" "),
);

/** On the code itself these ask for numbers or name a box; they are no numbers. */
const alsoOfCode = new Set(["line-numbers", "toolbar", "tools", "ln", "gl", "linenos", "line-number"]);

export function isGutter(element: Element): boolean {
  for (const name of classList(element)) {
    if (names.has(name) && !(alsoOfCode.has(name) && isElement(element, "pre", "code", "table", "ol"))) return true;
  }
  // CopySourceAsHtml has an id for each number and no class.
  const { id } = element.properties;
  if (id !== undefined && element.tagName === "span" && /^lnum\d+$/.test(String(id))) return true;
  return element.tagName === "button" || isNumberCell(element);
}

/** A cell of a table of code in which there are line numbers and nothing else. */
function isNumberCell(element: Element): boolean {
  if (!isElement(element, "td", "th")) return false;
  if (stringAttribute(element, "data-line-number") !== undefined && textContent(element).trim() === "") return true;
  return /^[\s\u00a0]*\d+(?:[\s\u00a0]+\d+)*[\s\u00a0]*$/.test(textContent(element));
}
