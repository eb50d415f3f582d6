import type { Element, Root, RootContent } from "hast";
import { findElement, isElement, textContent } from "../../html/query.js";
import type { Article } from "../article.js";
import { formulaElement } from "./formula.js";
import { hasTexSigns } from "./tex-signs.js";

const openers: Readonly<Record<string, string>> = { $$: "$$", "\\[": "\\]" };
/** More paragraphs than that are no formula that somebody forgot to join. */
const MOST = 30;

/** Joins a display formula that an editor has spread over paragraphs: `$$` in the first, `$$` in the last. */
export function joinSpreadFormulas(parent: Root | Element, article: Article): void {
  const children = parent.children as RootContent[];
  const joined: RootContent[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]!;
    const spread = isElement(child, "p") ? formulaFrom(children, index, article) : undefined;
    if (spread) {
      joined.push(spread.formula);
      index = spread.last;
      continue;
    }
    if (isElement(child, "div", "section", "article", "blockquote", "li")) joinSpreadFormulas(child, article);
    joined.push(child);
  }
  parent.children = joined as typeof parent.children;
}

interface Spread {
  readonly formula: Element;
  /** Index of its last paragraph. */
  readonly last: number;
}

function formulaFrom(siblings: readonly RootContent[], start: number, article: Article): Spread | undefined {
  const begin = lineOf(siblings[start]!)?.trim();
  const sign = begin?.slice(0, 2) ?? "";
  const closer = openers[sign];
  if (begin === undefined || closer === undefined || begin.slice(2).includes(closer)) return undefined;
  const lines = [begin.slice(2)];
  for (let index = start + 1; index < siblings.length && lines.length <= MOST; index += 1) {
    const line = lineOf(siblings[index]!);
    if (line === undefined) return undefined;
    const end = line.indexOf(closer);
    lines.push(end < 0 ? line : line.slice(0, end));
    if (end < 0) continue;
    return line.slice(end + 2).trim() === "" ? asFormula(lines, index, article) : undefined;
  }
  return undefined;
}

/** The text of a paragraph in which nothing is more than text; nothing between paragraphs counts as a line. */
function lineOf(node: RootContent): string | undefined {
  if (node.type === "text" && node.value.trim() === "") return "";
  if (!isElement(node, "p") || findElement(node, (inner) => !isElement(inner, "br", "span", "em", "i", "font"))) {
    return undefined;
  }
  return textContent(node);
}

function asFormula(lines: readonly string[], last: number, article: Article): Spread | undefined {
  const tex = lines
    .join("\n")
    .replace(/\n\s*\n/g, "\n")
    .trim();
  const formula = { tex, display: true };
  if (!hasTexSigns(tex) || "refused" in article.renderFormula(formula)) return undefined;
  article.record("formulas", "replace", "formula over several paragraphs", { sample: tex });
  return { formula: { type: "element", tagName: "p", properties: {}, children: [formulaElement(formula)] }, last };
}
