import type { Element, Root, RootContent, Text } from "hast";
import { blockTags, opaqueTags } from "../../html/content-model.js";
import { text } from "../../html/create.js";
import { classList } from "../../html/query.js";
import { isFalseSpace, isHardSpace, isWideLetter, isWideMark } from "../../lib/cjk.js";
import type { Step } from "../step.js";

/**
 * White space as a reader sees it: one space or none, never at the edge of a block or just inside a tag. A pretty-printer's
 * line breaks are no spaces where Chinese is on one side. No other character is touched.
 */
export const whitespace: Step = {
  name: "whitespace",
  transform(tree, article) {
    const lines = new Lines();
    lines.read(tree, 0, false);
    lines.endLine();
    if (lines.falseSpaces > 0) {
      article.record("whitespace", "rewrite", "false space", { sample: lines.sample, count: lines.falseSpaces });
    }
    tidy(tree);
  },
};

/** A stretch of text in a line, or something in its place (picture, formula), which has no `node`. */
interface Leaf {
  readonly node: Text | undefined;
  readonly depth: number;
  /** In inline code only what a pretty-printer has added at the edges is no content. */
  readonly code: boolean;
}

const blank = /^[ \t\n\f\r]+$/;
const codeTags = new Set(["code", "kbd", "samp", "tt", "var"]);
/** What stands for a picture or formula where a character is asked for. */
const OBJECT = 0xfffc;
const NOTHING = 0;

/** Goes through the text and settles one line after the other. */
class Lines {
  falseSpaces = 0;
  sample = "";
  #line: Leaf[] = [];
  /** Whether the line is the first of its block, where Chinese paragraphs are indented. */
  #first = true;

  read(parent: Root | Element, depth: number, code: boolean): void {
    for (const child of parent.children) {
      if (child.type === "text") this.#line.push({ node: child, depth, code });
      else if (child.type === "element") this.#readElement(child, depth, code);
    }
  }

  #readElement(element: Element, depth: number, code: boolean): void {
    const { tagName } = element;
    if (tagName === "br") {
      this.endLine();
      this.#first = false;
    } else if (blockTags.has(tagName)) {
      this.endLine();
      if (!isObject(element)) this.read(element, depth + 1, code);
      this.endLine();
    } else if (isObject(element)) this.#line.push({ node: undefined, depth, code });
    else this.read(element, depth + 1, code || codeTags.has(tagName));
  }

  endLine(): void {
    if (this.#line.length > 0) this.#settle(this.#line);
    this.#line = [];
    this.#first = true;
  }

  #settle(line: readonly Leaf[]): void {
    let left = NOTHING;
    /** Leaves that may carry the space: the one before the gap and those that are nothing but white space. */
    let carriers: Leaf[] = [];
    let space = "";
    for (const leaf of line) {
      const { node, code } = leaf;
      if (!node) {
        this.#closeGap({ left, right: OBJECT, next: NOTHING, carriers, space });
        [left, carriers, space] = [OBJECT, [], ""];
        continue;
      }
      const value = visibleCharacters(node.value);
      if (value === "" || (blank.test(value) && !code)) {
        node.value = "";
        space += value;
        carriers.push(leaf);
        continue;
      }
      const { before, inner, after } = code ? codeParts(value) : parts(value);
      const right = inner.codePointAt(0)!;
      node.value = code ? inner : this.#collapse(inner);
      carriers.push(leaf);
      const next = inner.codePointAt(right > 0xffff ? 2 : 1) ?? NOTHING;
      this.#closeGap({ left, right, next, carriers, space: space + before, last: leaf });
      left = lastCodePoint(inner);
      carriers = [leaf];
      space = after;
    }
    trimHardSpaces(line, this.#first);
  }

  /** Gives the gap its one space, as far outside of inline elements as may be, or none. */
  #closeGap(gap: {
    left: number;
    right: number;
    next: number;
    carriers: readonly Leaf[];
    space: string;
    last?: Leaf;
  }): void {
    const { left, right, next, carriers, space, last } = gap;
    if (space === "" || left === NOTHING || carriers.length === 0) return;
    const atTag = carriers.length > 1 || carriers[0] !== last;
    if (/[\n\r]/.test(space) && isFalseSpace({ left, right, next, atTag })) {
      this.#noteFalseSpace(left, right);
      return;
    }
    let carrier = carriers[0]!;
    for (const leaf of carriers) if (weight(leaf) < weight(carrier)) carrier = leaf;
    const node = carrier.node!;
    node.value = carrier === last ? ` ${node.value}` : `${node.value} `;
  }

  /** Runs of white space within a text become one space, or none in Chinese. */
  #collapse(value: string): string {
    if (!/[\t\n\f\r]| {2}/.test(value)) return value;
    return value.replace(/[ \t\n\f\r]+/g, (space, index: number) => {
      if (space === " " || !/[\n\r]/.test(space)) return " ";
      const left = lastCodePoint(value.slice(Math.max(0, index - 2), index));
      const right = value.codePointAt(index + space.length)!;
      if (!isFalseSpace({ left, right, next: NOTHING, atTag: false })) return " ";
      this.#noteFalseSpace(left, right);
      return "";
    });
  }

  #noteFalseSpace(left: number, right: number): void {
    this.falseSpaces += 1;
    if (this.falseSpaces === 1) this.sample = `${String.fromCodePoint(left)} ${String.fromCodePoint(right)}`;
  }
}

function weight(leaf: Leaf): number {
  return leaf.depth + (leaf.code ? 1000 : 0);
}

function isObject(element: Element): boolean {
  if (element.tagName === "img" || element.tagName === "input" || opaqueTags.has(element.tagName)) return true;
  return classList(element).some((name) => name.startsWith("math"));
}

function visibleCharacters(value: string): string {
  return value.includes("\u200b") || value.includes("\ufeff") ? value.replace(/[\u200b\ufeff]/g, "") : value;
}

interface Parts {
  readonly before: string;
  readonly inner: string;
  readonly after: string;
}

function parts(value: string): Parts {
  let start = 0;
  let end = value.length;
  while (isBlankAt(value, start)) start += 1;
  while (isBlankAt(value, end - 1)) end -= 1;
  return { before: value.slice(0, start), inner: value.slice(start, end), after: value.slice(end) };
}

/** White space at the edges of code is taken for the pretty-printer's only where it breaks the line. */
function codeParts(value: string): Parts {
  if (blank.test(value)) return { before: "", inner: value, after: "" };
  const { before, inner, after } = parts(value);
  const keepBefore = before.includes("\n") ? "" : before;
  const keepAfter = after.includes("\n") ? "" : after;
  return {
    before: keepBefore ? "" : before,
    inner: keepBefore + inner + keepAfter,
    after: keepAfter ? "" : after,
  };
}

function isBlankAt(value: string, index: number): boolean {
  const code = value.charCodeAt(index);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

function lastCodePoint(value: string): number {
  const last = value.charCodeAt(value.length - 1);
  return last >= 0xdc00 && last <= 0xdfff ? value.codePointAt(value.length - 2)! : last;
}

/** Hard spaces that indent a Chinese paragraph or trail behind a line show nothing: the theme indents. */
function trimHardSpaces(line: readonly Leaf[], first: boolean): void {
  for (const { node, code } of line.toReversed()) {
    if (!node || code) break;
    node.value = node.value.slice(0, afterLastOther(node.value));
    if (node.value !== "") break;
  }
  if (!first) return;
  const indents: Text[] = [];
  for (const { node, code } of line) {
    if (!node || code) return;
    const start = firstOther(node.value);
    if (start > 0) indents.push(node);
    if (start === node.value.length) continue;
    const code0 = node.value.codePointAt(start)!;
    if (isWideLetter(code0) || isWideMark(code0)) {
      for (const indent of indents) indent.value = indent.value.slice(firstOther(indent.value));
    }
    return;
  }
}

/** Index of the first character that is no space of any kind. */
function firstOther(value: string): number {
  let index = 0;
  while (isAnySpace(value.charCodeAt(index))) index += 1;
  return index;
}

/** Index behind the last one. */
function afterLastOther(value: string): number {
  let index = value.length;
  while (index > 0 && isAnySpace(value.charCodeAt(index - 1))) index -= 1;
  return index;
}

function isAnySpace(code: number): boolean {
  return code === 0x20 || isHardSpace(code);
}

/** Joins texts that touch, drops empty ones, and sets each block on a line of its own, so that text taken from the tree has breaks. */
function tidy(parent: Root | Element): void {
  const tidied: RootContent[] = [];
  let afterBlock = false;
  for (const child of parent.children as RootContent[]) {
    if (child.type === "text" && (child.value === "" || (afterBlock && child.value === "\n"))) continue;
    const isBlock = child.type === "element" && blockTags.has(child.tagName);
    if ((isBlock && tidied.length > 0) || (afterBlock && child.type !== "comment")) tidied.push(text("\n"));
    const last = tidied.at(-1);
    if (child.type === "text" && last?.type === "text" && !afterBlock) last.value += child.value;
    else tidied.push(child);
    if (child.type === "element" && !opaqueTags.has(child.tagName)) tidy(child);
    afterBlock = isBlock;
  }
  parent.children = tidied as typeof parent.children;
}
