import { newList, readAttributeList } from "./attribute-lists.js";
import { type Element, element } from "./element.js";
import { newBlock, type Parsing, parseBlocks } from "./parsing.js";
import { type ItemPatterns, itemList, itemPatternsFor, nextItemPattern, onlyItemList, patterns } from "./patterns.js";

/** The first line of an item without its marker, and which lines belong to it further. */
export interface FirstLine extends ItemPatterns {
  readonly text: string;
  /** Columns that its text is indented by. */
  readonly columns: number;
}

export function readFirstLine(markerLength: number, written: string): FirstLine {
  if (onlyItemList.test(written)) return { text: written.replace(/^\s*/, ""), columns: 4, ...itemPatternsFor(4) };
  let text = written;
  while (/^ *\t/.test(text)) {
    const before = /^ */.exec(text)![0].length + markerLength;
    text = text.replace(
      /^( *)(\t+)/,
      (_, spaces: string, tabs: string) => spaces + " ".repeat(4 - (before % 4) + (tabs.length - 1) * 4),
    );
  }
  const columns = markerLength + /^ */.exec(text)![0].length;
  return { text: text.replace(/^\s*/, ""), columns, ...itemPatternsFor(columns) };
}

/** Takes an attribute list off the beginning of an item's text. */
export function takeItemList(text: string, item: Element): string {
  const match = itemList.exec(text);
  if (!match) return text;
  item.options.list ??= newList();
  readAttributeList(match[1]!, item.options.list);
  return text.slice(match[0].length);
}

/** Tabs in front of a line as spaces. */
export function withoutTabs(line: string): string {
  return line.replace(/^\t+/, (tabs) => " ".repeat(4 * tabs.length));
}

/** An item's text comes in pieces: a list within it begins a new one. */
interface Item {
  readonly element: Element;
  readonly pieces: string[];
}

export function parseList(parsing: Parsing): boolean {
  const { src, tree } = parsing;
  const isBulleted = src.check(patterns.bulletStart);
  const list = newBlock(parsing, isBulleted ? "ul" : "ol");
  const { items, isEnded } = readItems(parsing, isBulleted);
  for (const item of items) list.children.push(item.element);
  tree.children.push(list);
  const blank = parseItems(parsing, list, items, isEnded);
  if (blank && !isEnded) tree.children.push(blank);
  markTasks(list);
  return true;
}

function readItems(parsing: Parsing, isBulleted: boolean): { readonly items: Item[]; readonly isEnded: boolean } {
  const { src } = parsing;
  const items: Item[] = [];
  let start: RegExp = isBulleted ? patterns.bulletStart : patterns.numberStart;
  let line: FirstLine | undefined;
  let hasList = false;
  let isBlank = false;
  while (!src.isAtEnd) {
    if (isBlank && src.check(patterns.rule)) break;
    if (src.scan(patterns.endMarker) !== undefined) return { items, isEnded: true };
    const item = items.at(-1);
    if (src.scan(start) !== undefined) {
      line = readFirstLine(src.match![1]!.length, src.match![2]!);
      const made = element("li");
      const text = takeItemList(line.text, made);
      items.push({ element: made, pieces: [text] });
      start = nextItemPattern(isBulleted ? "[+*-]" : "\\d+\\.", line.columns);
      hasList = startsList(text);
      isBlank = false;
      continue;
    }
    const read = src.scan(line!.content) ?? (isBlank ? undefined : src.scan(line!.lazy));
    if (read !== undefined) {
      let text = withoutTabs(read);
      const isIndented = line!.indent.test(text);
      if (isIndented) text = text.replace(line!.indent, "");
      if (!hasList && isIndented && startsList(text)) {
        item!.pieces.push("");
        hasList = true;
      } else if (hasList && !isIndented && startsList(text)) text = " ".repeat(line!.columns + 4) + text;
      item!.pieces[item!.pieces.length - 1] += text;
      isBlank = false;
      continue;
    }
    const blank = src.scan(patterns.blank);
    if (blank === undefined) break;
    hasList = true;
    isBlank = true;
    item!.pieces[item!.pieces.length - 1] += blank;
  }
  return { items, isEnded: false };
}

function startsList(text: string): boolean {
  patterns.listStart.lastIndex = 0;
  return patterns.listStart.test(text);
}

/** Reads the items' blocks; a blank line at the end of the last one belongs behind the list. */
function parseItems(parsing: Parsing, list: Element, items: readonly Item[], isEnded: boolean): Element | undefined {
  let blank: Element | undefined;
  for (const { element: item, pieces } of items) {
    for (const piece of pieces) parseBlocks(parsing, item, piece);
    const { children } = item;
    if (children.length === 0) continue;
    if (children[0]!.type === "p" && children[1]?.type === "eob" && children[0]!.options.list) children.splice(1, 1);
    if (isTight(item, list, isEnded)) {
      const [first, second] = children;
      if (second && second.type !== "blank" && first!.children[0]) first!.children[0].value += "\n";
      first!.options.transparent = true;
    }
    blank = children.at(-1)!.type === "blank" ? children.pop() : undefined;
  }
  return blank;
}

function isTight(item: Element, list: Element, isEnded: boolean): boolean {
  const { children } = item;
  const isLast = list.children.at(-1) === item;
  if (children[0]!.type !== "p") return false;
  const noBlankBehind =
    children.length < 2 || children[1]!.type !== "blank" || (isLast && children.length === 2 && !isEnded);
  if (!noBlankBehind) return false;
  const others = list.children.slice(0, -1);
  const isTightToo = ({ children: [first] }: Element): boolean =>
    first?.type !== "p" || first.options.transparent === true;
  return !isLast || list.children.length === 1 || others.some(isTightToo);
}

const box = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const checkedBox = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/** `[ ]` and `[x]` in front of items are boxes. */
function markTasks(list: Element): void {
  let isTaskList = false;
  for (const item of list.children) {
    const text = item.children[0]?.type === "p" ? item.children[0].children[0] : undefined;
    if (!text) continue;
    const open = text.value.replace(/^\s*\[ \]\s+/, box);
    const marked = open.replace(/^\s*\[x\]\s+/i, checkedBox);
    isTaskList ||= marked !== text.value;
    text.value = marked;
    if (isTaskList) item.attributes.class = "task-list-item";
  }
  if (isTaskList) list.attributes.class = "task-list";
}
