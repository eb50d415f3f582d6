import type { Element, ElementContent, RootContent } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, isBlank, isElement, stringAttribute, visibleText } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** Tables that only lay out are taken apart; those that hold data may scroll sideways in a box of their own. */
export const tables: Step = {
  name: "tables",
  visitor: {
    leave: {
      table(table, article, place): Outcome {
        const rows = rowsOf(table);
        if (rows.length === 0) return withoutRows(table);
        if (isLayout(table, rows)) {
          article.record("tables", "unwrap", "layout table");
          return takeApart(table, rows);
        }
        repairHead(table, article);
        footLast(table);
        const parent = place.parents.at(-1);
        const boxed = isElement(parent, "div") && parent.children.every((child) => child === table || isBlank(child));
        if (!boxed) return [create("div", { className: ["table-box"] }, [table])];
        parent.properties.className = ["table-box"];
        return undefined;
      },
    },
  },
};

type Row = readonly Element[];

/** Rows with their cells, those of inner tables not counted. */
function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  for (const part of [...elementsOf(table, "thead", "tbody", "tfoot"), table]) {
    for (const row of elementsOf(part, "tr")) {
      const cells = elementsOf(row, "td", "th");
      if (cells.length > 0) rows.push(cells);
    }
  }
  return rows;
}

function elementsOf(parent: Element, ...tagNames: string[]): Element[] {
  return parent.children.filter((child) => isElement(child, ...tagNames)) as Element[];
}

/** Something stands between its tags all the same. */
function withoutRows(table: Element): readonly RootContent[] {
  return table.children.filter((child) => child.type === "text" || !isBlank(child));
}

/** Longest text that a cell of a single row may have to be taken for a value. */
const SHORT = 40;

function isLayout(table: Element, rows: readonly Row[]): boolean {
  const cells = rows.flat();
  if (cells.length === 1) return true;
  if (cells.some((cell) => cell.tagName === "th") || elementsOf(table, "caption").length > 0) return false;
  if (stringAttribute(table, "role") === "presentation") return true;
  if (rows.every((row) => row.length === 1)) return true;
  if (rows.length === 1) return cells.length === 2 || cells.some((cell) => holdsBlocks(cell) || isLong(cell));
  return mostlyInnerTables(cells);
}

function isLong(cell: Element): boolean {
  return visibleText(cell).trim().length > SHORT;
}

const blocksOfLayout = new Set(["div", "ul", "ol", "table", "img", "figure", "pre", "h1", "h2", "h3", "h4"]);

function holdsBlocks(cell: Element): boolean {
  return findElement(cell, (inner) => blocksOfLayout.has(inner.tagName)) !== undefined;
}

/** Tables within tables lay out, unless the inner one is a detail of the outer one. */
function mostlyInnerTables(cells: readonly Element[]): boolean {
  let inner = 0;
  let all = 0;
  for (const cell of cells) {
    const length = visibleText(cell).trim().length;
    all += length;
    if (findElement(cell, (element) => element.tagName === "table")) inner += length;
  }
  return inner * 2 > all;
}

/** Each cell is a passage of its own. */
function takeApart(table: Element, rows: readonly Row[]): readonly RootContent[] {
  const captions = elementsOf(table, "caption");
  const { id } = table.properties;
  const passages = [...captions, ...rows.flat()].map((cell) => create("div", idOf(cell), cell.children));
  if (id !== undefined && passages[0]) passages[0].properties.id ??= id;
  return passages;
}

function idOf(cell: Element): Element["properties"] {
  const { id, className } = cell.properties;
  return { ...(id !== undefined ? { id } : {}), ...(className !== undefined ? { className } : {}) };
}

/** Rows of nothing but header cells at the top are the head. */
function repairHead(table: Element, article: Article): void {
  table.children = table.children.filter((child) => !isElement(child, "colgroup", "col"));
  if (elementsOf(table, "thead").length > 0) return;
  const [body] = elementsOf(table, "tbody");
  if (!body) return;
  const rows = elementsOf(body, "tr");
  const end = rows.findIndex((row) => !isHeadRow(row));
  if (end <= 0) return;
  const head = new Set<ElementContent>(rows.slice(0, end));
  body.children = body.children.filter((child) => !head.has(child));
  table.children.splice(table.children.indexOf(body), 0, create("thead", {}, rows.slice(0, end)));
  article.record("tables", "replace", "header row → thead");
}

/** Older HTML had the foot before the body. */
function footLast(table: Element): void {
  const feet = elementsOf(table, "tfoot");
  if (feet.length > 0) table.children = [...table.children.filter((child) => !isElement(child, "tfoot")), ...feet];
}

function isHeadRow(row: Element): boolean {
  const cells = elementsOf(row, "td", "th");
  return cells.length > 0 && cells.every((cell) => cell.tagName === "th");
}
