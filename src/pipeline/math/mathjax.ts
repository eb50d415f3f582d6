import type { Element } from "hast";
import { classList, findElement, isElement, stringAttribute, textContent } from "../../html/query.js";
import type { Formula } from "./formula.js";
import { isTexAnnotation } from "./katex.js";

/** `<script type="math/tex; mode=display">`: where MathJax 2 keeps the formula, and kramdown writes it. */
export function readTexScript(script: Element): Formula | undefined {
  const type = stringAttribute(script, "type") ?? "";
  if (!/^math\/tex\b/i.test(type)) return undefined;
  const tex = textContent(script)
    .replace(/^\s*%\s*<!\[CDATA\[/, "")
    .replace(/%\s*\]\]>\s*$/, "")
    .trim();
  return { tex, display: /mode\s*=\s*display/i.test(type) };
}

const drawings =
  /^(?:MathJax|MathJax_(?:Display|Preview|SVG|SVG_Display|CHTML|MathML)|MJX[cC]-\w+|MJX_Assistive_MathML)$/;

/** What MathJax 2 has drawn beside the script that holds the formula. */
export function isMathJaxDrawing(element: Element): boolean {
  return classList(element).some((name) => drawings.test(name));
}

/** MathJax 3 and 4: the TeX where it left it, or else the MathML that it makes for screen readers. */
export function readMathJaxContainer(container: Element): Formula | Element | undefined {
  const display = stringAttribute(container, "display") === "true";
  const tex = findElement(container, isTexAnnotation);
  if (tex) return { tex: textContent(tex).trim(), display };
  const latex = findElement(container, (element) => stringAttribute(element, "data-latex") !== undefined);
  if (latex) return { tex: stringAttribute(latex, "data-latex")!.trim(), display };
  const math = findElement(container, (element) => isElement(element, "math"));
  return math && display ? { ...math, properties: { ...math.properties, display: "block" } } : math;
}
