import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { hasClass, isElement, textContent } from "../../html/query.js";

declare module "hast" {
  interface ElementData {
    /** MathML that the page had beside the formula, for where we cannot render it. */
    mathml?: Element;
  }
}

/** A formula as its author wrote it. */
export interface Formula {
  readonly tex: string;
  /** On a line of its own. */
  readonly display: boolean;
}

/**
 * A formula on its way through the pipeline, as remark-math writes it: a small piece of code, whatever it came from. Steps
 * that look at text see TeX, and none of them has to walk through MathML.
 */
export function formulaElement({ tex, display }: Formula, mathml?: Element): Element {
  const formula = create("code", { className: ["language-math", display ? "math-display" : "math-inline"] }, [tex]);
  if (mathml) formula.data = { mathml } as NonNullable<Element["data"]>;
  return formula;
}

/** The formula of such an element; one in a `<pre>` of its own is a display, however it is marked. */
export function readFormula(element: Element): Formula | undefined {
  if (isElement(element, "code") && hasClass(element, "language-math")) {
    return { tex: textContent(element).trim(), display: hasClass(element, "math-display") };
  }
  const only = element.children.length === 1 ? element.children[0] : undefined;
  if (!isElement(element, "pre") || !isElement(only, "code") || !hasClass(only, "language-math")) return undefined;
  return { tex: textContent(only).trim(), display: true };
}
