import type { Formula } from "./formula.js";
import { definesCommands, type RenderedFormula, renderFormula } from "./render-formula.js";

export type FormulaRenderer = (formula: Formula) => RenderedFormula;

/** What one post may ask for, in characters of TeX. A formula that defines commands may come to many. */
const MOST_TEX = 300_000;
const WEIGHT_OF_DEFINITIONS = 10_000;

/** Renders the formulas of one post: each that is repeated once, and not more than a book has. */
export function createFormulaRenderer(): FormulaRenderer {
  const known = new Map<string, RenderedFormula>();
  let spent = 0;
  return (formula) => {
    const key = `${formula.display} ${formula.tex}`;
    let rendered = known.get(key);
    if (!rendered) {
      spent += formula.tex.length + (definesCommands(formula.tex) ? WEIGHT_OF_DEFINITIONS : 0);
      rendered = spent > MOST_TEX ? { refused: "the post has too many of them" } : renderFormula(formula);
      known.set(key, rendered);
    }
    return rendered;
  };
}
