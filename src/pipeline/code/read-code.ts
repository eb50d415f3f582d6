import type { Element, ElementContent, Nodes } from "hast";
import { classList, findElement, hasClass, isElement, stringAttribute, textContent } from "../../html/query.js";
import { type CodePiece, CodeWriter } from "./code-text.js";
import { isGutter } from "./gutters.js";
import { tokenClass } from "./token-classes.js";
import { colourClass } from "./token-colours.js";

/** Code, or something that stood in its middle and can be no part of it: a picture, a table, a video. */
export type CodePart = readonly CodePiece[] | Element;

export interface CodeReading {
  readonly parts: readonly CodePart[];
  /** Line numbers, buttons and other things that stood beside the code. */
  readonly gutters: readonly Element[];
  readonly hadInvisibles: boolean;
}

const blocks = new Set(
  "p div blockquote pre li tr h1 h2 h3 h4 h5 h6 section article dl dt dd ul ol table tbody thead figure center address".split(
    " ",
  ),
);
/** White space straight within these never shows. */
const structures = new Set(["ul", "ol", "table", "tbody", "thead", "tr", "dl", "colgroup"]);
const islands = new Set(["img", "picture", "iframe", "video", "audio", "object", "embed", "math", "svg", "form"]);
const unseen = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "title",
  "head",
  "textarea",
  "caption",
  "select",
  "link",
  "meta",
]);
const meaning = new Set(["sup", "sub", "del", "ins", "mark", "kbd"]);
/** Elements of which each is one line of code. */
const lineClasses = new Set(
  "hljs-ln-line hljs-ln-code line crayon-line code-line view-line CodeMirror-line token-line blob-code de1".split(" "),
);

interface Style {
  readonly className: string | undefined;
  readonly within: Element | undefined;
}

/** Reads the code in a `<pre>`, or in the tables and lists that highlighters make of one, whichever made it. */
export function readCode(root: Element): CodeReading {
  return new CodeReader(root).read();
}

/** A class, because V8 forgets what it has compiled of functions that are made for each block. */
class CodeReader {
  readonly #root: Element;
  readonly #writer = new CodeWriter();
  readonly #parts: CodePart[] = [];
  readonly #gutters: Element[] = [];
  readonly #codePerLine: boolean;
  readonly #entryPerLine: boolean;

  constructor(root: Element) {
    this.#root = root;
    this.#codePerLine = isCodePerLine(root) || findElement(root, isLinedPre) !== undefined;
    this.#entryPerLine = isEntryPerLine(root);
  }

  read(): CodeReading {
    this.#readChildren(withoutLayout(this.#root), { className: undefined, within: undefined });
    this.#endPart();
    return { parts: this.#parts, gutters: this.#gutters, hadInvisibles: this.#writer.hadInvisibles };
  }

  #endPart(): void {
    const pieces = this.#writer.take();
    if (pieces.length > 0) this.#parts.push(pieces);
  }

  #readChildren(parent: Element, style: Style): void {
    const isStructure = structures.has(parent.tagName);
    for (const child of parent.children) {
      if (child.type === "element") this.#readElement(child, style);
      else if (child.type === "text" && !(isStructure && child.value.trim() === "")) {
        this.#writer.write(child.value, style.className, style.within);
      }
    }
  }

  #readElement(element: Element, style: Style): void {
    const { tagName } = element;
    if (tagName === "br") this.#writer.write("\n", undefined, undefined);
    else if (unseen.has(tagName)) return;
    else if (isGutter(element)) this.#gutters.push(element);
    else if (islands.has(tagName) || (tagName === "table" && isDataTable(element))) {
      this.#endPart();
      this.#parts.push(element);
    } else if (blocks.has(tagName) || this.#isLineOfItsOwn(element)) this.#readBlock(element, style);
    else this.#readChildren(element, styleOf(element, style));
  }

  #readBlock(element: Element, style: Style): void {
    const writer = this.#writer;
    const isEntry = this.#entryPerLine && element.tagName === "li";
    const isLine = isEntry || isSingleLine(element);
    writer.startLine();
    const before = writer.length;
    const partsBefore = this.#parts.length;
    if (isLine) writer.openLine();
    this.#readChildren(isEntry ? element : withoutLayout(element), styleOf(element, style));
    if (isLine) writer.closeLine();
    const isEmpty = writer.length === before && this.#parts.length === partsBefore;
    if (isEmpty && !structures.has(element.tagName) && !holdsGutterOnly(element)) {
      writer.write("\n", undefined, undefined);
    } else if (isEmpty && element.tagName === "tr") writer.write("\n", undefined, undefined);
    else writer.startLine();
  }

  #isLineOfItsOwn(element: Element): boolean {
    if (this.#codePerLine && element.tagName === "code") return true;
    if (element.tagName !== "span" && element.tagName !== "code") return false;
    if (stringAttribute(element, "data-selectable-paragraph") !== undefined) return true;
    return hasClass(element, "token-line") || /display\s*:\s*block/i.test(stringAttribute(element, "style") ?? "");
  }
}

function styleOf(element: Element, style: Style): Style {
  const { tagName } = element;
  if (tagName === "a" && isOpenable(element)) return { className: style.className, within: element };
  if (meaning.has(tagName)) return { className: style.className, within: style.within ?? element };
  const className = tokenClass(element) ?? emphasisClass(element) ?? colourClass(element) ?? style.className;
  return className === style.className ? style : { className, within: style.within };
}

function emphasisClass({ tagName }: Element): string | undefined {
  if (tagName === "b" || tagName === "strong") return "hljs-strong";
  return tagName === "i" || tagName === "em" ? "hljs-emphasis" : undefined;
}

function isOpenable(anchor: Element): boolean {
  const href = stringAttribute(anchor, "href")?.trim() ?? "";
  return href !== "" && !/^(?:#|javascript:)/i.test(href) && textContent(anchor).trim() !== "";
}

/** WeChat's editor writes one `<code>` per line. */
function isCodePerLine(root: Element): boolean {
  const codes = root.children.filter((child) => isElement(child, "code"));
  return codes.length > 1 && root.children.every((child) => child.type !== "text" || child.value.trim() === "");
}

function isLinedPre(element: Element): boolean {
  return element.tagName === "pre" && isCodePerLine(element);
}

/** Outside of `<pre>` line ends mean nothing: each entry of a list is a line, whatever a pretty-printer made of it. */
function isEntryPerLine(root: Element): boolean {
  return (
    findElement(root, ({ tagName }) => tagName === "pre" || tagName === "br") === undefined && root.tagName !== "pre"
  );
}

function isSingleLine(element: Element): boolean {
  return element.tagName !== "span" && classList(element).some((name) => lineClasses.has(name));
}

function holdsGutterOnly(element: Element): boolean {
  const elements = element.children.filter((child) => child.type === "element");
  return elements.length > 0 && elements.every(isGutter);
}

/** A table in which a row is more than one line of code with its number. */
function isDataTable(table: Element): boolean {
  if (findElement(table, (element) => element.tagName === "pre")) return false;
  const isWide = (row: Element): boolean => cellsOf(row).filter((cell) => !isGutter(cell)).length > 1;
  return findElement(table, (element) => element.tagName === "tr" && isWide(element)) !== undefined;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, "td", "th"));
}

/**
 * Line ends and indentation that a pretty-printer has put around the blocks in a block of code. White space is kept where
 * it is code.
 */
function withoutLayout(element: Element): Element {
  const { children } = element;
  const first = children[0];
  const last = children.at(-1);
  const hasBlocks = children.some((child) => child.type === "element" && blocks.has(child.tagName));
  const isInner = element.tagName !== "pre" && blocks.has(element.tagName);
  const isPrinted = isInner && (startsWithLineEnd(first) || endsWithIndent(last));
  if (!hasBlocks && !isPrinted) return element;
  const kept = hasBlocks ? children.filter((child) => !isLayout(child)) : children;
  if (!isPrinted) return { ...element, children: kept };
  const isOneLine = !textContent(element).trim().includes("\n");
  return { ...element, children: kept.map((child) => trimmed(child, child === first, child === last, isOneLine)) };
}

function isLayout(node: ElementContent): boolean {
  return node.type === "text" && node.value.includes("\n") && node.value.trim() === "";
}

function startsWithLineEnd(node: Nodes | undefined): boolean {
  return node?.type === "text" && /^[ \t]*\r?\n/.test(node.value);
}

function endsWithIndent(node: Nodes | undefined): boolean {
  return node?.type === "text" && /\n[ \t]*$/.test(node.value);
}

function trimmed(node: ElementContent, isFirst: boolean, isLast: boolean, isOneLine: boolean): ElementContent {
  if (node.type !== "text") return node;
  let { value } = node;
  if (isFirst) value = value.replace(isOneLine ? /^[ \t]*\r?\n[ \t\r\n]*/ : /^[ \t]*\r?\n/, "");
  if (isLast) value = value.replace(/\r?\n[ \t]*$/, "");
  return { type: "text", value };
}
