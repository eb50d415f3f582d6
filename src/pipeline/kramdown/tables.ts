import { codespan } from "./code-spans.js";
import { type Element, element } from "./element.js";
import { isAfterBoundary, isBeforeBoundary, newBlock, type Parsing, parseSpans, spanSet } from "./parsing.js";
import { sticky } from "./patterns.js";
import { Scanner } from "./scanner.js";

const pipe = "(?:\\||.*?[^\\\\\\n]\\|)";
const line = new RegExp(`${pipe}.*?\\n`, "y");
export const tableStart = sticky(`^ {0,3}(?=\\S)${pipe}.*?\\n`);
const separator = /([+|: \t-]*?-[+|: \t-]*?)[ \t]*\n/my;
const footSeparator = /[+|: \t=]*?=[+|: \t=]*?[ \t]*\n/my;
const row = /(.*?)[ \t]*\n/my;
const onlyCode = spanSet([codespan]);

export function parseTable(parsing: Parsing): boolean {
  if (!isAfterBoundary(parsing)) return false;
  const { src, tree } = parsing;
  const start = src.at;
  const table = newBlock(parsing, "table", "", { alignment: [] });
  const list = table.options.list;
  const isRead =
    readTable(parsing, table) && isBeforeBoundary(parsing) && hasPipes(parsing, src.text.slice(start, src.at - 1));
  if (!isRead || !table.children.some(({ type }) => type === "tbody")) {
    src.at = start;
    parsing.waitingList = list;
    return false;
  }
  evenOut(table);
  tree.children.push(table);
  return true;
}

function readTable(parsing: Parsing, table: Element): boolean {
  const { src } = parsing;
  src.check(line);
  const hasLeadingPipe = /^\s*\|/.test(src.match?.[0] ?? "");
  src.scan(separator);
  let rows: Element[] = [];
  let hasFoot = false;
  const close = (type: "thead" | "tbody" | "tfoot", isForced = false): void => {
    if (hasFoot && type === "tbody" && !isForced) return;
    const part = element(type);
    part.children = rows;
    rows = [];
    table.children.push(part);
  };
  while (!src.isAtEnd && src.check(line)) {
    if (src.scan(separator) !== undefined) {
      const alignment = alignmentOf(src.match![1]!);
      if (rows.length === 0) continue;
      if (table.options.alignment!.length === 0 && !hasFoot) {
        close("thead");
        table.options.alignment = alignment;
      } else close("tbody");
    } else if (src.scan(footSeparator) !== undefined) {
      if (rows.length > 0) close("tbody", true);
      hasFoot = true;
    } else if (src.scan(row) !== undefined) rows.push(rowOf(parsing, src.match![1]!, hasLeadingPipe));
    else break;
  }
  if (rows.length > 0) close(hasFoot ? "tfoot" : "tbody");
  return true;
}

function alignmentOf(text: string): NonNullable<Element["options"]["alignment"]> {
  return [...text.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g)].map(([, left, right]) => {
    if (left && right) return "center";
    return left ? "left" : right ? "right" : undefined;
  });
}

function rowOf(parsing: Parsing, text: string, hasLeadingPipe: boolean): Element {
  const cells = cellsOf(parsing, text);
  if (hasLeadingPipe && cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  const made = element("tr");
  made.children = cells.map((cell) => {
    const td = element("td");
    td.children.push(element("raw_text", cell.trim()));
    return td;
  });
  return made;
}

/** Cuts a row at its pipes, except those in code. */
function cellsOf(parsing: Parsing, text: string): string[] {
  const cells: string[] = [];
  const append = (part: string): void => {
    if (cells.length === 0) cells.push(part);
    else cells[cells.length - 1] += part;
  };
  for (const [index, part] of text.split(/(<code.*?>.*?<\/code>)/).entries()) {
    if (index % 2 === 1) {
      append(part);
      continue;
    }
    for (const { type, value } of codeAndText(parsing, part)) {
      if (type === "codespan") {
        const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((ticks) => ticks.length));
        const ticks = "`".repeat(longest + 1);
        append(ticks.length > 1 ? `${ticks} ${value} ${ticks}` : ticks + value + ticks);
        continue;
      }
      const [first, ...others] = value.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|"));
      append(first!);
      cells.push(...others);
    }
  }
  return cells;
}

function codeAndText(parsing: Parsing, text: string): readonly Element[] {
  const { src } = parsing;
  const root = element("root");
  parsing.src = new Scanner(text);
  parseSpans(parsing, root, undefined, { set: onlyCode });
  parsing.src = src;
  return root.children;
}

/** Whether every line has a pipe outside of code. */
function hasPipes(parsing: Parsing, text: string): boolean {
  const outside = codeAndText(parsing, text.replace(/<code.*?>.*?<\/code>/gs, ""))
    .map(({ type, value }) => (type === "codespan" ? "" : value))
    .join("");
  return outside.split("\n").every((part) => new RegExp(`^${pipe}`).test(part));
}

/** Every row gets as many cells as the longest. */
function evenOut(table: Element): void {
  const rows = table.children.flatMap(({ children }) => children);
  const columns = Math.max(...rows.map(({ children }) => children.length));
  for (const { children } of rows) while (children.length < columns) children.push(element("td"));
  const { alignment } = table.options;
  table.options.alignment = Array.from({ length: columns }, (_, index) => alignment![index]);
}
