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

const codeTags = new Set(["code", "kbd", "samp", "tt", "var"]);
/** What stands for a picture or formula where a character is asked for. */
const OBJECT = 0xfffc;
const NOTHING = 0;

/** What white space there is in a gap. */
const Space = { none: 0, blank: 1, lineBreak: 2 } as const;
type Space = (typeof Space)[keyof typeof Space];

/** Goes through the text and settles one line after the other. */
class Lines {
  falseSpaces = 0;
  sample = "";
  #line: Leaf[] = [];
  /** Whether the line is the first of its block, where Chinese paragraphs are indented. */
  #first = true;
  /** The gap before the leaf that is looked at: what is left of it, the white space in it … */
  #left = NOTHING;
  #space: Space = Space.none;
  /** … and the first leaf that may carry its space: the one before the gap, or one of nothing but white space. */
  #carrier = 0;

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
    if (this.#line.length > 0) {
      this.#settle(this.#line);
      this.#line = [];
    }
    this.#first = true;
  }

  #settle(line: readonly Leaf[]): void {
    this.#left = NOTHING;
    this.#space = Space.none;
    this.#carrier = 0;
    for (let index = 0; index < line.length; index += 1) {
      const { node, code } = line[index]!;
      if (node) this.#settleText(line, index, node, code);
      else {
        this.#closeGap(line, index, undefined, OBJECT, NOTHING);
        this.#left = OBJECT;
        this.#space = Space.none;
        this.#carrier = index + 1;
      }
    }
    trimHardSpaces(line, this.#first);
  }

  #settleText(line: readonly Leaf[], index: number, node: Text, code: boolean): void {
    const value = visibleCharacters(node.value);
    let start = startOf(value);
    let end = endOf(value, start);
    if (start === value.length && !(code && value !== "")) {
      node.value = "";
      this.#space = widest(this.#space, spaceIn(value, 0, start));
      return;
    }
    // White space at the edges of code is taken for the pretty-printer's only where it breaks the line.
    if (code && (start === value.length || !breaksLine(value, 0, start))) start = 0;
    if (code && !breaksLine(value, end, value.length)) end = value.length;
    const inner = value.slice(start, end);
    const right = inner.codePointAt(0)!;
    node.value = code ? inner : this.#collapse(inner);
    this.#space = widest(this.#space, spaceIn(value, 0, start));
    const second = right > 0xffff ? 2 : 1;
    const next = second < inner.length ? inner.codePointAt(second)! : NOTHING;
    this.#closeGap(line, index + 1, line[index], right, next);
    this.#left = lastCodePoint(inner);
    this.#space = spaceIn(value, end, value.length);
    this.#carrier = index;
  }

  /**
   * Gives the gap its one space, as far outside of inline elements as may be, or none. Its last carrier stands before `end`;
   * `last` is the text behind it.
   */
  #closeGap(line: readonly Leaf[], end: number, last: Leaf | undefined, right: number, next: number): void {
    const left = this.#left;
    const first = this.#carrier;
    if (this.#space === Space.none || left === NOTHING || first === end) return;
    const atTag = end - first > 1 || line[first] !== last;
    if (this.#space === Space.lineBreak && isFalseSpace({ left, right, next, atTag })) {
      this.#noteFalseSpace(left, right);
      return;
    }
    let carrier = line[first]!;
    for (let at = first + 1; at < end; at += 1) if (weight(line[at]!) < weight(carrier)) carrier = line[at]!;
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

/** Not `includes`: half a character of these is half of very many others, at which it stops. */
function visibleCharacters(value: string): string {
  return /[\u200b\ufeff]/.test(value) ? value.replace(/[\u200b\ufeff]/g, "") : value;
}

/** Index of the first character that is no white space. */
function startOf(value: string): number {
  let start = 0;
  while (start < value.length && isBlankAt(value, start)) start += 1;
  return start;
}

/** Index behind the last one, not before `start`. */
function endOf(value: string, start: number): number {
  let end = value.length;
  while (end > start && isBlankAt(value, end - 1)) end -= 1;
  return end;
}

function spaceIn(value: string, start: number, end: number): Space {
  if (start === end) return Space.none;
  for (let at = start; at < end; at += 1) {
    const code = value.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return Space.lineBreak;
  }
  return Space.blank;
}

function breaksLine(value: string, start: number, end: number): boolean {
  const at = value.indexOf("\n", start);
  return at >= 0 && at < end;
}

function widest(one: Space, other: Space): Space {
  return one > other ? one : other;
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
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const { node, code } = line[at]!;
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
  while (index < value.length && isAnySpace(value.charCodeAt(index))) index += 1;
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
  const before = parent.children as RootContent[];
  /** Lists without blocks mostly stay as they are. */
  let after: RootContent[] | undefined;
  let last: RootContent | undefined;
  let afterBlock = false;
  for (let index = 0; index < before.length; index += 1) {
    const child = before[index]!;
    if (child.type === "text" && (child.value === "" || (afterBlock && child.value === "\n"))) {
      after ??= before.slice(0, index);
      continue;
    }
    const isBlock = child.type === "element" && blockTags.has(child.tagName);
    if ((isBlock && last) || (afterBlock && child.type !== "comment")) {
      last = text("\n");
      after ??= before.slice(0, index);
      after.push(last);
    }
    if (child.type === "text" && last?.type === "text" && !afterBlock) {
      after ??= before.slice(0, index);
      last.value += child.value;
    } else {
      after?.push(child);
      last = child;
    }
    if (child.type === "element" && !opaqueTags.has(child.tagName)) tidy(child);
    afterBlock = isBlock;
  }
  if (after) parent.children = after as typeof parent.children;
}
