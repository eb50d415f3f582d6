import { findElements } from "../../html/query.js";
import { commandsIn, definitionsIn } from "./definitions.js";
import type { Formula } from "./formula.js";
import { definesCommands, type RenderedFormula, renderFormula } from "./render-formula.js";

export type FormulaRenderer = (formula: Formula) => RenderedFormula;

/** What one post may ask for, in characters of TeX. A formula that defines commands may come to many. */
const MOST_TEX = 300_000;
const WEIGHT_OF_DEFINITIONS = 10_000;
/** Most characters of definitions that a formula is given. */
const MOST_GIVEN = 2_000;

/**
 * Renders the formulas of one post: each that is repeated once, and not more than a book has. Commands that one of them
 * defines are known to those after it.
 */
export function createFormulaRenderer(): FormulaRenderer {
  const known = new Map<string, RenderedFormula>();
  const definitions = new Map<string, string>();
  let spent = 0;

  function render(formula: Formula, given: string): RenderedFormula {
    const defines = definesCommands(formula.tex);
    spent += formula.tex.length + (defines ? WEIGHT_OF_DEFINITIONS : 0);
    if (spent > MOST_TEX) return { refused: "the post has too many of them" };
    const rendered = renderFormula(formula, given);
    if ("refused" in rendered) return rendered;
    if (given !== "") spent += findElements(rendered.mathml, () => true).length;
    if (defines) for (const { name, tex } of definitionsIn(formula.tex)) definitions.set(name, tex);
    return rendered;
  }

  return (formula) => {
    const given = definitions.size > 0 ? definitionsFor(formula.tex, definitions) : "";
    const key = `${formula.display} ${given} ${formula.tex}`;
    let rendered = known.get(key);
    if (!rendered) {
      rendered = render(formula, given);
      known.set(key, rendered);
    }
    return rendered;
  };
}

/** The definitions of the commands that a formula uses, and of those that they use in turn. */
function definitionsFor(tex: string, definitions: ReadonlyMap<string, string>): string {
  const own = new Set(definitionsIn(tex).map(({ name }) => name));
  const wanted = new Map<string, string>();
  const pending = [tex];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const name of commandsIn(next)) {
      const definition = definitions.get(name);
      if (definition === undefined || wanted.has(name) || own.has(name)) continue;
      wanted.set(name, definition);
      pending.push(definition);
    }
  }
  const given = [...wanted.values()].join("");
  return given.length > MOST_GIVEN ? "" : given;
}
