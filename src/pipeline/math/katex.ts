import type { Element } from "hast";
import { classList, findElement, hasClass, isElement, stringAttribute, textContent } from "../../html/query.js";
import type { Formula } from "./formula.js";

const displays = new Set(["katex-display", "katex--display"]);
const wrappers = new Set(["katex", "katex--inline", "katex-error", ...displays]);

/** Wrappers of KaTeX and of the pages that use it, and its own element. */
export function isKatex(element: Element): boolean {
  return hasOneOf(element, wrappers);
}

function hasOneOf(element: Element, names: ReadonlySet<string>): boolean {
  for (const name of classList(element)) if (names.has(name)) return true;
  return false;
}

/** The formula that KaTeX has rendered, as it was written. */
export function readKatex(element: Element): Formula | undefined {
  const tex = withCharacters(texOfKatex(element));
  if (!tex) return undefined;
  return { tex, display: isDisplay(element) || findElement(element, isDisplay) !== undefined };
}

function isDisplay(element: Element): boolean {
  return hasOneOf(element, displays) || element.properties.display === "block";
}

const references: Readonly<Record<string, string>> = {
  "&#x27;": "'",
  "&#39;": "'",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

/** Some blogs escaped the TeX before KaTeX did so again. */
function withCharacters(tex: string): string {
  return tex.replace(/&(?:#x27|#39|quot|lt|gt|amp);/g, (reference) => references[reference] ?? reference);
}

function texOfKatex(element: Element): string {
  const annotation = findElement(element, isTexAnnotation);
  if (annotation) return textContent(annotation).trim();
  const mathml = findElement(element, (inner) => hasClass(inner, "katex-mathml"));
  // KaTeX shows a formula that it cannot read as it is.
  if (!mathml) return findElement(element, (inner) => hasClass(inner, "katex-html")) ? "" : textContent(element).trim();
  const html = findElement(element, (inner) => hasClass(inner, "katex-html"));
  return lastPassage(textContent(mathml), html ? textContent(html) : "");
}

/** The TeX that MathML carries along. */
export function isTexAnnotation(element: Element): boolean {
  return isElement(element, "annotation") && (stringAttribute(element, "encoding") ?? "").includes("tex");
}

/**
 * Where the tags of the MathML are gone, its text is one symbol per passage and then the TeX, in lines without a blank one
 * between. Where the blank lines are gone too, the symbols are those that the page shows, or else all lines but the last.
 */
function lastPassage(text: string, shown: string): string {
  const passages = partsOf(text, /\n\s*\n/);
  if (passages.length > 1) return lastWhole(passages);
  const tex = withoutSymbols(text, shown);
  return tex === text ? lastWhole(partsOf(text, /\n/)) : tex;
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.replace(/[ \t]*\n[ \t]*/g, "\n").trim())
    .filter(Boolean);
}

/** How far back a formula in several parts is followed. */
const MOST_PARTS = 60;

/** The last part, with those before it that it needs: a blank line within a formula leaves a half. */
function lastWhole(parts: readonly string[]): string {
  for (let count = 1; count <= Math.min(parts.length, MOST_PARTS); count += 1) {
    const tex = parts.slice(-count).join("\n");
    if (isWhole(tex)) return tex;
  }
  return parts.at(-1) ?? "";
}

/** Whether all that it opens is closed. */
function isWhole(tex: string): boolean {
  const count = (pattern: RegExp): number => tex.match(pattern)?.length ?? 0;
  return count(/\\begin\b/g) === count(/\\end\b/g) && count(/(?<!\\)\{/g) === count(/(?<!\\)\}/g);
}

const unseen = /[\s\u200b\u2061-\u2064]/;

function withoutSymbols(text: string, shown: string): string {
  const symbols = [...shown].filter((character) => !unseen.test(character)).join("");
  if (symbols === "") return text;
  let at = 0;
  let met = 0;
  while (met < symbols.length && at < text.length) {
    if (unseen.test(text[at]!)) at += 1;
    else if (text[at] === symbols[met]) [at, met] = [at + 1, met + 1];
    else return text;
  }
  return text.slice(at).trim() || text;
}
