import type { Element, ElementContent, Root } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, isBlank, isElement, stringAttribute, textContent, textNodes } from "../../html/query.js";
import type { Article } from "../article.js";

/** An entry of a list as Word writes it into web pages: a paragraph with its bullet or number as text. */
interface Entry {
  readonly level: number;
  /** Of a numbered entry: `3`, `c`, `iii`. */
  readonly number: string | undefined;
  readonly content: Element;
}

const isListClass = /(?:^|\s)MsoList(?:Paragraph|Bullet|Number)/;
const listStyle = /mso-list\s*:\s*l\d+\s+level(\d)/i;
const ignored = /mso-list\s*:\s*ignore/i;
const bullet = "[·•●○◦▪■□◆§➢Øüo\\uf000-\\uf0ff–-]";
const letters = "[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5}";
const wholeMarker = new RegExp(`^(?:${bullet}|\\(?(\\d{1,3})[.)、．)）]?|\\(?(${letters})[.)）])$`);
const leadingMarker = new RegExp(
  `^\\s*(?:${bullet}|\\(?(\\d{1,3})[.)、．)）]|\\(?(${letters})[.)）])(?:[\\s\\u00a0]{2,}|\\u00a0)`,
);

/** Makes lists of the paragraphs that Word numbered or gave a bullet. */
export function makeWordLists(parent: Root | Element, article: Article): void {
  if (isElement(parent as Element, "pre")) return;
  const made: ElementContent[] = [];
  let run: Entry[] = [];
  const endRun = (): void => {
    if (run.length > 0) made.push(...listsOf(run));
    run = [];
  };
  for (const child of parent.children as ElementContent[]) {
    const entry = isElement(child, "p") ? readEntry(child) : undefined;
    if (entry) run.push(entry);
    else if (run.length === 0 || !isBlank(child) || child.type === "element") {
      endRun();
      if (child.type === "element" && child.tagName !== "p") makeWordLists(child, article);
      made.push(child);
    }
    if (entry) article.record("word", "replace", "paragraph of a list", { sample: textContent(entry.content) });
  }
  endRun();
  parent.children = made;
}

function readEntry(paragraph: Element): Entry | undefined {
  const style = stringAttribute(paragraph, "style") ?? "";
  const level = listStyle.exec(style)?.[1];
  if (level === undefined && !isListClass.test(stringAttribute(paragraph, "class") ?? "")) return undefined;
  const marker = takeIgnored(paragraph) ?? takeLeading(paragraph);
  return marker && { level: Number(level ?? 1), number: marker.number, content: paragraph };
}

interface Marker {
  readonly number: string | undefined;
}

/** The bullet in an element that Word itself leaves out when it reads the page. */
function takeIgnored(paragraph: Element): Marker | undefined {
  const box = findElement(paragraph, (inner) => ignored.test(stringAttribute(inner, "style") ?? ""));
  const match = box && wholeMarker.exec(textContent(box).replace(/[\s\u00a0]/g, ""));
  if (!box || !match) return undefined;
  box.children = [];
  return markerOf(match);
}

function takeLeading(paragraph: Element): Marker | undefined {
  const first = textNodes(paragraph).find((node) => node.value.trim() !== "");
  const match = first && leadingMarker.exec(first.value);
  if (!first || !match) return undefined;
  first.value = first.value.slice(match[0].length);
  return markerOf(match);
}

function markerOf(match: RegExpExecArray): Marker {
  return { number: match[1] ?? match[2] };
}

/** The lists of a run of entries; deeper ones stand in the entry before them. */
function listsOf(entries: readonly Entry[]): Element[] {
  const lists: Element[] = [];
  let index = 0;
  while (index < entries.length) {
    const first = entries[index]!;
    const list = createList(first);
    for (; index < entries.length; index += 1) {
      const entry = entries[index]!;
      if (entry !== first && entry.level === first.level && beginsAnew(entry, first)) break;
      if (entry.level < first.level) break;
      if (entry.level > first.level) {
        const deeper = entries.slice(index, endOfDeeper(entries, index, first.level));
        (list.children.at(-1) as Element).children.push(...listsOf(deeper));
        index += deeper.length - 1;
      } else list.children.push(create("li", {}, entry.content.children));
    }
    lists.push(list);
  }
  return lists;
}

function beginsAnew({ number }: Entry, first: Entry): boolean {
  if (number === undefined || first.number === undefined) return number !== first.number;
  const type = numeral(first.number).type ?? "1";
  if (/^(?:1|a)$/i.test(number) || (number.toLowerCase() === "i" && /i/i.test(type))) return true;
  // A letter that is also a Roman number goes with the others of its list.
  return type === "1" ? !/^\d/.test(number) : /^\d/.test(number) || (/a/i.test(type) && number.length > 1);
}

function createList({ number }: Entry): Element {
  if (number === undefined) return create("ul", {});
  const { type, value } = numeral(number);
  return create("ol", { ...(type ? { type } : {}), ...(value === 1 ? {} : { start: value }) });
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** What the first number of a list counts with: `i` is Roman there, since no list begins with the ninth letter. */
function numeral(number: string): { readonly type?: string; readonly value: number } {
  if (/^\d/.test(number)) return { value: Number(number) };
  const lower = number.toLowerCase();
  const isUpper = number !== lower;
  const roman = lower.length > 1 || lower === "i" ? romans.indexOf(lower) + 1 : 0;
  if (roman > 0) return { type: isUpper ? "I" : "i", value: roman };
  return { type: isUpper ? "A" : "a", value: lower.charCodeAt(0) - 96 };
}

function endOfDeeper(entries: readonly Entry[], from: number, level: number): number {
  const end = entries.findIndex((entry, index) => index >= from && entry.level <= level);
  return end < 0 ? entries.length : end;
}
