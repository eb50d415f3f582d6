import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { parseHtml } from "../../html/parse.js";
import { isElement } from "../../html/query.js";
import type { Formula } from "./formula.js";
import { plainLooks } from "./looks.js";
import { otherSpellings, spellAsTemml } from "./spellings.js";
import { loadTemml } from "./temml.js";

/** The `<math>` element, with the TeX as its annotation, or why there is none. */
export type RenderedFormula = { readonly mathml: Element } | { readonly refused: string };

/** Longest formula that is rendered, in characters; long derivations have some two thousand. */
const LONGEST = 8_000;
/** A definition that is used again and again multiplies a formula: how many characters may come of it. */
const MOST_EXPANDED = 10_000;

/** Renders TeX to MathML, with the `given` definitions before it. What the library refuses is an answer, not an error. */
export function renderFormula({ tex, display }: Formula, given = ""): RenderedFormula {
  if (tex.length > LONGEST) return { refused: `it is longer than ${LONGEST} characters` };
  const spelled = spellAsTemml(given + tex);
  try {
    const markup = loadTemml().renderToString(spelled, {
      displayMode: display,
      throwOnError: true,
      macros: { ...otherSpellings },
      maxExpand: mostExpansions(spelled),
      // In ems, for rules and spaces.
      maxSize: [20, 100],
    });
    const [math] = parseHtml(markup).children;
    if (!isElement(math, "math")) return { refused: "nothing came of it" };
    plainLooks(math);
    return { mathml: withAnnotation(math, tex) };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/** Whether a formula brings its own commands. */
export function definesCommands(tex: string): boolean {
  return /\\(?:[gex]?def|\w*command|DeclareMathOperator)(?![a-z])/i.test(tex);
}

function mostExpansions(tex: string): number {
  // Many of the library's own commands are made of others.
  if (!definesCommands(tex)) return Math.max(1000, tex.length * 2);
  return Math.floor(MOST_EXPANDED / tex.length);
}

function withAnnotation(math: Element, tex: string): Element {
  const row = math.children.length === 1 ? math.children : [create("mrow", {}, math.children as Element[])];
  const annotation = create("annotation", { encoding: "application/x-tex" }, [tex]);
  return { ...math, children: [create("semantics", {}, [...(row as Element[]), annotation])] };
}

/** In the library's words, without the excerpt that it appends. It stumbles over some broken formulas. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "it is nested too deeply";
  if (!(error instanceof Error) || error.name !== "ParseError") return "it is not complete";
  const words = error.message.trim();
  const end = /\s+at (?:position \d+|end of input):/.exec(words)?.index ?? words.length;
  return words.slice(0, Math.min(end, 200));
}
