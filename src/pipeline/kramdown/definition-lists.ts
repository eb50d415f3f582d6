import { type Element, element } from "./element.js";
import { readFirstLine, takeItemList, withoutTabs } from "./lists.js";
import { newBlock, type Parsing, parseBlocks } from "./parsing.js";
import { nextItemPattern, patterns } from "./patterns.js";

/** A paragraph whose next line begins with a colon is a list of terms; the lines behind colons define them. */
export function parseDefinitionList(parsing: Parsing): boolean {
  const { children } = parsing.tree;
  if (!followsTerm(children)) return false;
  const list = newBlock(parsing, "dl");
  let paragraph = children.pop()!;
  const isApart = paragraph.type === "blank";
  if (isApart) paragraph = children.pop()!;
  for (const line of paragraph.children[0]!.value.split("\n")) list.children.push(termOf(line));
  if (paragraph.options.list) list.options.list = paragraph.options.list;
  readDefinitions(parsing, list, isApart);
  const blank = parseDefinitions(parsing, list);
  addToList(children, list);
  if (blank) children.push(blank);
  return true;
}

function followsTerm(children: readonly Element[]): boolean {
  const [before, last] = [children.at(-2), children.at(-1)];
  if (!last) return false;
  if (last.type === "p") return true;
  return before?.type === "p" && last.type === "blank" && last.value === "\n";
}

function termOf(line: string): Element {
  const term = element("dt");
  const text = takeItemList(line, term);
  term.options.rawText = text;
  term.children.push(element("raw_text", text));
  return term;
}

function readDefinitions(parsing: Parsing, list: Element, isApart: boolean): void {
  const { src } = parsing;
  let start: RegExp = patterns.definitionStart;
  let line: ReturnType<typeof readFirstLine> | undefined;
  let definition: Element | undefined;
  let asParagraph = isApart;
  let isBlank = false;
  while (!src.isAtEnd) {
    if (src.scan(start) !== undefined) {
      line = readFirstLine(src.match![1]!.length, src.match![2]!);
      definition = element("dd", "", { firstAsParagraph: asParagraph });
      definition.value = takeItemList(line.text, definition);
      list.children.push(definition);
      start = nextItemPattern(":", line.columns);
      asParagraph = false;
      isBlank = false;
      continue;
    }
    if (src.check(patterns.endMarker)) break;
    const read: string | undefined = src.scan(line!.content) ?? (isBlank ? undefined : src.scan(line!.lazy));
    const blank: string | undefined = read === undefined ? src.scan(patterns.blank) : undefined;
    if (read === undefined && blank === undefined) break;
    isBlank = blank !== undefined;
    asParagraph = isBlank;
    definition!.value += blank ?? withoutTabs(read!).replace(line!.indent, "");
  }
}

function parseDefinitions(parsing: Parsing, list: Element): Element | undefined {
  let blank: Element | undefined;
  for (const definition of list.children) {
    if (definition.type !== "dd") continue;
    const text = definition.value;
    definition.value = "";
    parseBlocks(parsing, definition, text);
    const { children, options } = definition;
    if (children.length === 0) continue;
    blank = children.at(-1)!.type === "blank" ? children.pop() : undefined;
    if (children[0]?.type === "p" && !options.firstAsParagraph) {
      if (children.length > 1) children[0].children[0]!.value += "\n";
      children[0].options.transparent = true;
    }
  }
  return blank;
}

/** Terms that follow upon a list belong to it. */
function addToList(children: Element[], list: Element): void {
  if (children.at(-1)?.type === "blank" && children.at(-2)?.type === "dl") children.pop();
  const last = children.at(-1);
  if (last?.type === "dl") last.children.push(...list.children);
  else children.push(list);
}
