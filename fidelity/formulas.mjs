import { attribute, classesOf, findElement, rawText } from "./tree.mjs";

/** @import { Element, Formula } from "./model.d.ts" */

const FORMULA_SERVICES =
  /^(?:https?:)?\/\/(?:latex\.csdn\.net\/eq|(?:private\.|latex\.)?codecogs\.com|latex\.codecogs\.com|www\.zhihu\.com\/equation|chart\.(?:apis\.google|googleapis)\.com\/chart\?.*cht=tx|math\.jianshu\.com\/math|s\d?\.wp\.com\/latex|[a-z-]+\.wordpress\.com\/latex)/i;

/** The formula that an element shows, if it shows one: rendered by KaTeX or MathJax, as MathML, or as a picture. @param {Element} element @returns {Formula | undefined} */
export function formulaOf(element) {
  if (element.tagName === "script") {
    if (!/^math\/tex/.test(attribute(element, "type") ?? "")) return undefined;
    return { tex: rawText(element).replace(/^\s*%\s*<!\[CDATA\[|%\s*\]\]>\s*$/g, "") };
  }
  if (element.tagName === "img") return pictureFormula(element);
  const annotation =
    element.tagName === "math" || classesOf(element).includes("katex") ? annotationIn(element) : undefined;
  if (annotation !== undefined) return { tex: annotation, rendered: element.tagName === "math" };
  if (!classesOf(element).includes("katex")) return undefined;
  const mathml = findElement(element, (inner) => classesOf(inner).includes("katex-mathml"));
  const lines = mathml === undefined ? [] : rawText(mathml).split("\n");
  const tex = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .at(-1);
  return tex === undefined ? undefined : { tex: unescapeTex(tex) };
}

/** TeX without blanks, as formulas are compared. @param {string} tex */
export function foldTex(tex) {
  return tex.replace(/[\s\u200b\u00a0]/g, "");
}

/** Some blogs escaped it once too often. @param {string} tex */
function unescapeTex(tex) {
  return tex
    .replace(/&(?:#x27|#39);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

/** Whether a formula is more than letters and digits, which text shows as well; an error message of KaTeX is no formula. @param {string} tex */
export function needsRendering(tex) {
  return /\\[a-zA-Z]|[\^_=]/.test(tex) && !/^\s*KaTeX parse error/.test(tex);
}

/** @param {Element} element */
function annotationIn(element) {
  const annotation = findElement(
    element,
    (inner) => inner.tagName === "annotation" && (attribute(inner, "encoding") ?? "").includes("tex"),
  );
  return annotation === undefined ? undefined : rawText(annotation);
}

/** @param {Element} image @returns {Formula | undefined} */
function pictureFormula(image) {
  const src = attribute(image, "src") ?? "";
  const marked = classesOf(image).some((name) => /^(?:mathcode|latex|mwe-math-fallback-image-\w+)$/.test(name));
  if (!marked && !FORMULA_SERVICES.test(src)) return undefined;
  const alt = attribute(image, "alt")?.trim() ?? "";
  const tex = alt === "" || alt === "[公式]" ? texOfQuery(src) : alt;
  // How fine a service draws, and how large, is no part of a formula.
  const bare = tex.replace(/\\dpi\{\d+\}/g, "").replace(/^\{\\displaystyle ([\s\S]*)\}$/, "$1");
  return bare === "" ? undefined : { tex: bare, image: src };
}

/** @param {string} src */
function texOfQuery(src) {
  const query =
    /[?&](?:tex|latex|chl|formula)=([^&]*)/.exec(src)?.[1] ?? /(?:eq|\.latex|gif|svg|png)\?(.*)$/.exec(src)?.[1] ?? "";
  try {
    return decodeURIComponent(query).trim();
  } catch {
    return query;
  }
}
