import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import { type Formula, readFormula } from "../math/formula.js";
import type { Step } from "../step.js";

const name = "math";

/** Formulas become MathML, which browsers lay out by themselves; the TeX goes along with it for those who copy it. */
export const math: Step = { name, visitor: { enter: { code: render, pre: render } } };

function render(element: Element, article: Article): Outcome {
  const formula = readFormula(element);
  if (!formula || formula.tex === "") return undefined;
  const rendered = article.renderFormula(formula);
  const mathml = "mathml" in rendered ? rendered.mathml : element.data?.mathml;
  if (mathml) return [inBox(mathml, formula, element)];
  if ("refused" in rendered) report(rendered.refused, formula, element, article);
  return [asTex(formula, element)];
}

function report(reason: string, { tex }: Formula, element: Element, article: Article): void {
  article.record(name, "rewrite", "formula that stays TeX", { sample: tex });
  article.report("warning", "formula", `This formula is shown as TeX, because ${withSubject(reason)}`, {
    node: element,
    note: `The formula is ${tex.replace(/\s+/g, " ").slice(0, 120)}`,
  });
}

/** Our own reasons are clauses, the library's are not. */
function withSubject(reason: string): string {
  return /^(?:it|the|nothing) /.test(reason) ? reason : `temml says: ${reason}`;
}

/** A display scrolls by itself when it is wider than the page. In a line of text its box is a `span`, which may stand there. */
function inBox(mathml: Element, { display }: Formula, { tagName, properties }: Element): Element {
  const id = properties.id === undefined ? {} : { id: properties.id };
  if (!display) return { ...mathml, properties: { ...mathml.properties, ...id } };
  return create(tagName === "pre" ? "div" : "span", { ...id, className: ["math-display"] }, [mathml]);
}

function asTex({ tex }: Formula, { tagName }: Element): Element {
  const code = create("code", { className: ["math"] }, [tex]);
  return tagName === "pre" ? create("p", {}, [code]) : code;
}
