import type { Element, Root, RootContent, Text } from "hast";
import { text } from "../../html/create.js";
import { hasClass } from "../../html/query.js";
import type { Article } from "../article.js";
import { findWrittenFormulas } from "./delimiters.js";
import { formulaElement } from "./formula.js";

/** Where dollars and backslashes are themselves. */
const untouched = new Set(
  "code pre kbd samp tt var script style textarea svg math select option iframe title".split(" "),
);

/** Finds the formulas that a text writes out between `$$`, `\(`, `\[` and the like. */
export function takeWrittenFormulas(parent: Root | Element, article: Article, wanted: boolean | undefined): void {
  const taken: RootContent[] = [];
  let run: RootContent[] = [];
  const closeRun = (): void => {
    taken.push(...readRun(run, article, wanted));
    run = [];
  };
  for (const child of parent.children as RootContent[]) {
    // Blog engines break the lines of a long formula.
    if (child.type === "text" || (child.type === "element" && child.tagName === "br")) {
      run.push(child);
      continue;
    }
    closeRun();
    taken.push(child);
    if (child.type !== "element" || untouched.has(child.tagName) || isIgnored(child)) continue;
    takeWrittenFormulas(child, article, wanted);
  }
  closeRun();
  parent.children = taken as typeof parent.children;
}

/** MathJax and KaTeX's auto-render leave these alone. */
function isIgnored(element: Element): boolean {
  return hasClass(element, "tex2jax_ignore") || hasClass(element, "no-mathjax");
}

function readRun(run: readonly RootContent[], article: Article, wanted: boolean | undefined): readonly RootContent[] {
  const whole = run.map((node) => (node.type === "text" ? node.value : "\n")).join("");
  const formulas = findWrittenFormulas(whole, wanted).filter(
    (formula) => formula.sure || "mathml" in article.renderFormula(formula),
  );
  if (formulas.length === 0) return run;
  const first = run.find((node): node is Text => node.type === "text");
  const position = first?.position ? { position: first.position } : {};
  const nodes: RootContent[] = [];
  let from = 0;
  for (const formula of formulas) {
    nodes.push(...cutRun(run, from, formula.start), { ...formulaElement(formula), ...position });
    article.record("formulas", "replace", "TeX in the text → formula", { sample: formula.tex });
    from = formula.end;
  }
  return [...nodes, ...cutRun(run, from, whole.length)];
}

/** The nodes of a run between two places of its text; a line break counts as one character. */
function cutRun(run: readonly RootContent[], start: number, end: number): RootContent[] {
  const cut: RootContent[] = [];
  let at = 0;
  for (const node of run) {
    const length = node.type === "text" ? node.value.length : 1;
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    if (to > from) cut.push(node.type === "text" ? { ...text(node.value.slice(from, to)), ...positionOf(node) } : node);
    at += length;
  }
  return cut;
}

function positionOf({ position }: Text): Partial<Text> {
  return position ? { position } : {};
}
