import type { Element } from "hast";
import { element as create, text } from "../../html/create.js";
import {
  classList,
  findElement,
  hasClass,
  isBlank,
  isElement,
  stringAttribute,
  textContent,
} from "../../html/query.js";
import { type Outcome, type Place, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import { createCodeBlock } from "../code/code-block.js";
import { isCodeBox, withoutPrintedLines } from "../code/code-boxes.js";
import { isBesideCode, isCodeContainer } from "../code/code-containers.js";
import { languageOf } from "../code/code-language.js";
import type { CodePiece } from "../code/code-text.js";
import { linesOfInlineCode } from "../code/lines-of-inline-code.js";
import { withoutNumberColumn } from "../code/number-column.js";
import { readCode } from "../code/read-code.js";
import type { Step } from "../step.js";

const name = "code-blocks";
const beside = "line numbers and buttons beside code";

/**
 * Every block of code becomes `<pre><code class="language-x">` with its text, line by line, whatever highlighter it went
 * through; line numbers and buttons go.
 */
export const codeBlocks: Step = {
  name,
  visitor: {
    enter: {
      pre: (element, article, place) => (isFormula(element) ? undefined : toBlocks(element, article, place)),
      // What `<pre>` was before HTML 4.
      xmp: toBlocks,
      listing: toBlocks,
      plaintext: toBlocks,
      div: container,
      section: container,
      table: container,
      ol: container,
      figure,
      ul: dropBeside,
      span: (element, article) => inlineCrayon(element) ?? dropBeside(element, article),
      button: dropBeside,
      // SyntaxHighlighter reads its code from these too.
      textarea: (element, article, place) =>
        stringAttribute(element, "name") === "code" ? toBlocks(element, article, place) : undefined,
      script: (element, article, place) =>
        stringAttribute(element, "type") === "syntaxhighlighter" ? toBlocks(element, article, place) : undefined,
      code: inlineCode,
      tt(element) {
        element.tagName = "code";
        trim(element);
      },
      kbd: trim,
      samp: trim,
    },
  },
};

/** Remark writes display formulas so. */
function isFormula(pre: Element): boolean {
  const code = pre.children[0];
  return isElement(code, "code") && hasClass(code, "language-math");
}

function inlineCrayon(element: Element): Outcome {
  return hasClass(element, "crayon-syntax-inline") || hasClass(element, "crayon-inline")
    ? [create("code", {}, [textContent(element).trim()])]
    : undefined;
}

function dropBeside(element: Element, article: Article): Outcome {
  if (!isBesideCode(element)) return undefined;
  article.record(name, "remove", beside, { lost: element });
  return REMOVE;
}

function container(element: Element, article: Article, place: Place): Outcome {
  const outcome = dropBeside(element, article);
  return outcome ?? (isCodeContainer(element) ? toBlocks(element, article, place) : undefined);
}

/** A figure keeps its caption: the name of the file mostly. */
function figure(element: Element, article: Article, place: Place): Outcome {
  const caption = element.children.find((child) => isElement(child, "figcaption"));
  const rest = { ...element, children: element.children.filter((child) => child !== caption) };
  if (!isCodeContainer(rest)) return undefined;
  const blocks = toBlocks(rest, article, place);
  if (!isElement(caption) || isBlank(caption)) return blocks;
  return [create("figure", {}, [withWordsApart(caption), ...blocks])];
}

/** Hexo's theme sets the name of the file and the link to it apart. */
function withWordsApart(caption: Element): Element {
  const children = caption.children.flatMap((child, index) =>
    index > 0 && isElement(child, "a") && isElement(caption.children[index - 1], "span") ? [text(" "), child] : [child],
  );
  return { ...caption, children };
}

/** Makes the block, and puts what was in it and is no code between its parts. */
function toBlocks(element: Element, article: Article, { parents }: Place): readonly Element[] {
  article.hasCode = true;
  const { parts, gutters, hadInvisibles } = readCode(withoutSectionMarks(originalOf(element)));
  for (const gutter of gutters) article.record(name, "remove", beside, { lost: gutter });
  if (hadInvisibles) article.record(name, "rewrite", "zero-width characters in code");
  if (parts.length === 0) article.record(name, "remove", "empty block of code");
  const language = languageOf(element, parents);
  const blocks: Element[] = [];
  for (const part of parts) {
    blocks.push(isCode(part) ? createCodeBlock(withoutNumbers(part, article), language) : standing(part));
  }
  const first = blocks[0];
  if (first && element.properties.id) first.properties.id = element.properties.id;
  if (first && element.position) first.position = element.position;
  const title = titleOf(element);
  return title && blocks.length > 0 ? [create("figure", {}, [create("figcaption", {}, [title]), ...blocks])] : blocks;
}

/** Crayon's and SyntaxHighlighter's name for a block, mostly that of the file. */
function titleOf(element: Element): string | undefined {
  const classes = classList(element);
  const isRaw = element.tagName === "pre" && classes.some((name) => name.startsWith("lang:"));
  const told = /(?:^|[\s;])title:\s*(?:"([^"]+)"|'([^']+)'|([^;"']+))/.exec(classes.join(" "));
  if (told && classes.some((name) => name.startsWith("brush:"))) return (told[1] ?? told[2] ?? told[3])!.trim();
  const box = findElement(element, (inner) => hasClass(inner, "crayon-title") || isCaption(inner, element));
  const title = isRaw ? stringAttribute(element, "title") : box && textContent(box);
  return title?.trim() || undefined;
}

function isCaption({ tagName }: Element, block: Element): boolean {
  return tagName === "caption" && hasClass(block, "syntaxhighlighter");
}

/** What was written, and stands beside what was made of it. */
function rawOf(element: Element): Element | undefined {
  const name = hasClass(element, "crayon-syntax")
    ? "crayon-plain"
    : hasClass(element, "enlighter-default")
      ? "enlighter-raw"
      : undefined;
  if (name === undefined) return undefined;
  return findElement(element, (inner) => hasClass(inner, name) && textContent(inner).trim() !== "");
}

/** Crayon and EnlighterJS keep the code as it was beside their own. */
function originalOf(element: Element): Element {
  if (element.tagName === "div" && isCodeBox(element)) return withoutPrintedLines(element);
  return rawOf(element) ?? element;
}

/** Code in a script may be a section of character data, as XML wants it. */
function withoutSectionMarks(element: Element): Element {
  const [only] = element.children;
  if (element.tagName !== "script" || only?.type !== "text") return element;
  const value = only.value.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "");
  return { ...element, children: [{ type: "text", value }] };
}

function isCode(part: readonly CodePiece[] | Element): part is readonly CodePiece[] {
  return Array.isArray(part);
}

function withoutNumbers(pieces: readonly CodePiece[], article: Article): readonly CodePiece[] {
  const code = withoutNumberColumn(pieces);
  if (code) article.record(name, "remove", "line numbers in code");
  return code ?? pieces;
}

function standing(element: Element): Element {
  return isElement(element, "table") ? element : create("p", {}, [element]);
}

function inlineCode(element: Element, article: Article, place: Place): Outcome {
  if (isElement(place.parents.at(-1), "pre")) return undefined;
  const lines = linesOfInlineCode(element, place);
  if (lines) return toBlocks({ ...element, children: lines }, article, place);
  // Some editors put the inline element around the block.
  if (findElement(element, (inner) => inner.tagName === "pre" || isCodeContainer(inner))) return UNWRAP;
  return trim(element);
}

/** White space that a pretty-printer put inside inline code; what else is there stays. */
function trim({ children }: Element): undefined {
  for (const [index, child] of children.entries()) {
    if (child.type !== "text" || !child.value.includes("\n")) continue;
    let value = child.value;
    if (index === 0) value = value.replace(/^[ \t]*\n\s*/, "");
    if (index === children.length - 1) value = value.replace(/\s*\n[ \t]*$/, "");
    child.value = value.replace(/[ \t]*\n[ \t]*/g, " ");
  }
}
