import { type AttributeList, type Element, type ElementOptions, type ElementType, element } from "./element.js";
import type { KramdownOptions } from "./options.js";
import { patterns, sticky } from "./patterns.js";
import { Scanner } from "./scanner.js";

export interface BlockParser {
  readonly start: RegExp;
  /** Reads a block; `false`: this is none, nothing was read. */
  readonly parse: (parsing: Parsing) => boolean;
}

export interface SpanParser {
  /** What the span may begin with: a part of a pattern. */
  readonly sign: string;
  readonly start: RegExp;
  readonly parse: (parsing: Parsing) => void;
}

export interface Footnote {
  readonly definition: Element;
  readonly place: Element;
}

/** The state of reading one document. */
export interface Parsing {
  readonly options: KramdownOptions;
  readonly blockParsers: readonly BlockParser[];
  readonly spanParsers: SpanSet;
  src: Scanner;
  tree: Element;
  /** Elements around the current one, innermost last. */
  stack: Element[];
  /** An attribute list that waits for its block. */
  waitingList: AttributeList | undefined;
  textType: "raw_text" | "text";
  readonly definitions: Map<string, AttributeList>;
  readonly footnotes: Map<string, Footnote>;
  readonly links: Map<string, { readonly url: string; readonly title: string | undefined; readonly place: Element }>;
  readonly abbreviations: Map<string, { readonly title: string; readonly place: Element }>;
}

/** Span parsers, with the pattern that finds where any of them may begin. */
export interface SpanSet {
  readonly parsers: readonly SpanParser[];
  readonly sign: string;
}

export function spanSet(parsers: readonly SpanParser[]): SpanSet {
  return { parsers, sign: [...new Set(parsers.map(({ sign }) => sign))].join("|") };
}

/** Reads blocks into an element until the text ends; `true` if an HTML element's end tag ended it before. */
export function parseBlocks(parsing: Parsing, target: Element, text?: string): boolean {
  const { tree, src, waitingList } = parsing;
  parsing.stack.push(tree);
  parsing.tree = target;
  parsing.waitingList = undefined;
  if (text !== undefined) parsing.src = new Scanner(text);
  let isStopped = false;
  while (!isStopped && !parsing.src.isAtEnd) {
    const before = parsing.src.at;
    isStopped = isEndTagOf(parsing, target);
    if (isStopped) break;
    const isRead = parsing.blockParsers.some(({ start, parse }) => parsing.src.check(start) && parse(parsing));
    // No text can be left over; whatever the parsers do, the end must come nearer.
    if (!isRead || parsing.src.at === before) addText(parsing, parsing.src.scan(patterns.line) ?? parsing.src.take());
  }
  parsing.stack.pop();
  parsing.tree = tree;
  parsing.waitingList = waitingList;
  if (text !== undefined) parsing.src = src;
  return isStopped;
}

const endTag = sticky(`^ {0,3}${patterns.closingTag.source}`);

function isEndTagOf({ src }: Parsing, target: Element): boolean {
  if (target.type !== "html" || !src.check(endTag)) return false;
  if (src.match![1]!.toLowerCase() !== target.value.toLowerCase()) return false;
  src.at += src.match![0].length;
  return true;
}

const searches = new Map<string, RegExp>();

/**
 * Reads spans into an element, up to a stop pattern that `isStop` agrees to; without one to the end of the text. `true` if
 * the stop was found; the scanner stands before it then.
 */
export function parseSpans(
  parsing: Parsing,
  target: Element,
  stop?: RegExp,
  { set = parsing.spanParsers, isStop = () => true }: { set?: SpanSet; isStop?: () => boolean } = {},
): boolean {
  const { tree, src } = parsing;
  parsing.stack.push(tree);
  parsing.tree = target;
  const search = searchFor(stop, set);
  let isFound = false;
  while (!src.isAtEnd && !isFound) {
    search.lastIndex = src.at;
    const found = search.exec(src.text);
    if (!found) {
      if (!stop) {
        addText(parsing, src.rest);
        src.end();
      }
      break;
    }
    addText(parsing, src.text.slice(src.at, found.index));
    src.at = found.index;
    if (stop && src.check(stop)) isFound = isStop();
    if (isFound) break;
    const parser = set.parsers.find(({ start }) => src.check(start));
    if (parser) parser.parse(parsing);
    else addText(parsing, src.take());
  }
  parsing.stack.pop();
  parsing.tree = tree;
  return isFound;
}

function searchFor(stop: RegExp | undefined, { sign }: SpanSet): RegExp {
  const key = `${stop?.source ?? ""}\0${stop?.flags ?? ""}\0${sign}`;
  const known = searches.get(key);
  if (known) return known;
  const source = stop ? `(?=${stop.source}|${sign})` : `(?=${sign})`;
  const made = new RegExp(source, `g${(stop?.flags ?? "").replace(/[yg]/g, "")}`);
  searches.set(key, made);
  return made;
}

export function addText(
  parsing: Parsing,
  text: string,
  target = parsing.tree,
  type: ElementType = parsing.textType,
): void {
  const last = target.children.at(-1);
  if (last?.type === type) last.value += text;
  else if (text !== "") target.children.push(element(type, text));
}

/** A block with the attribute list that stood before it. */
export function newBlock(parsing: Parsing, type: ElementType, value = "", options: ElementOptions = {}): Element {
  const block = element(type, value, options);
  if (parsing.waitingList) block.options.list = parsing.waitingList;
  parsing.waitingList = undefined;
  return block;
}

/** Whether a block may begin here that needs something to end before it. */
export function isAfterBoundary({ tree, waitingList }: Parsing): boolean {
  const last = tree.children.at(-1);
  return !last || last.type === "blank" || (last.type === "eob" && !last.options.kind) || waitingList !== undefined;
}

export function isBeforeBoundary({ src }: Parsing): boolean {
  return src.check(patterns.boundary);
}
