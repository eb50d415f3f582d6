import type { Element, Root, RootContent } from "hast";
import { text } from "../../html/create.js";
import { findElement, findElements, hasClass, isBlank, isElement } from "../../html/query.js";
import { createWalk, type Outcome, type Place, REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";
import { type Formula, formulaElement } from "./formula.js";
import { texOfImage } from "./formula-images.js";
import { isKatex, isTexAnnotation, readKatex } from "./katex.js";
import { isMathJaxDrawing, readMathJaxContainer, readTexScript } from "./mathjax.js";
import { hasTexSigns, isProse } from "./tex-signs.js";

const name = "formulas";

interface Page {
  readonly article: Article;
  /** MathJax 2 has left its scripts, so that what it has drawn is a double. */
  readonly hasScripts: boolean;
  /** All that was rendered is prose between dollars: a Makefile, say. */
  readonly onlyProse: boolean;
}

/** Puts the formula itself in the place of what another program has made of it. Says whether there was any. */
export function recoverFormulas(tree: Root, article: Article): boolean {
  const drawn = findElements(tree, isDrawn);
  const scripts = drawn.filter(isTexScript);
  const rendered = [...drawn.filter((element) => hasClass(element, "katex")), ...scripts];
  recover(tree, { article, hasScripts: scripts.length > 0, onlyProse: areProse(rendered) });
  if (rendered.length > 0) return true;
  return drawn.some(isMathJaxContainer) && findElement(tree, isMathJaxContainer) !== undefined;
}

function isDrawn(element: Element): boolean {
  return isTexScript(element) || isMathJaxContainer(element) || hasClass(element, "katex");
}

function isTexScript(element: Element): boolean {
  return element.tagName === "script" && readTexScript(element) !== undefined;
}

/** One formula mostly tells that they are none. */
function areProse(rendered: readonly Element[]): boolean {
  const texOf = (element: Element) => (isTexScript(element) ? readTexScript(element) : readKatex(element))?.tex ?? "";
  return (
    !rendered.some((element) => hasTexSigns(texOf(element))) && rendered.some((element) => isProse(texOf(element)))
  );
}

const recover = createWalk<Page>([
  {
    enter: {
      "*": byClass,
      script: (element, page) => replaceBy(readTexScript(element), element, page, "script[type^=math/tex]"),
      img: image,
      "mjx-container": mathJaxContainer,
    },
  },
]);

function byClass(element: Element, page: Page): Outcome {
  if (element.properties.className === undefined) return undefined;
  if (isKatex(element)) return replaceBy(readKatex(element), element, page, "KaTeX");
  if (hasClass(element, "mwe-math-element")) return wikipedia(element, page);
  if (!page.hasScripts || !isMathJaxDrawing(element)) return undefined;
  // Some pages wrap the script as well.
  if (findElement(element, (inner) => inner.tagName === "script")) return undefined;
  page.article.record(name, "remove", "drawn by MathJax");
  return REMOVE;
}

/** MathML that is hidden, and a picture of it. */
function wikipedia(element: Element, page: Page): Outcome {
  const picture = findElement(element, (inner) => inner.tagName === "img");
  const tex = picture && texOfImage(picture);
  return replaceBy(tex ? { tex, display: false } : undefined, element, page, ".mwe-math-element");
}

/** Shown as it is where we cannot render it: the picture says what the author meant. */
function image(element: Element, page: Page, { parents }: Place): Outcome {
  const tex = texOfImage(element);
  if (!tex) return undefined;
  const parent = parents.at(-1);
  const display =
    isElement(parent, "p", "div", "center") && parent.children.every((child) => child === element || isBlank(child));
  const formula = { tex, display };
  if ("refused" in page.article.renderFormula(formula)) return undefined;
  return replaceBy(formula, element, page, "picture of a formula");
}

function isMathJaxContainer(element: Element): boolean {
  return element.tagName === "mjx-container";
}

function mathJaxContainer(element: Element, page: Page): Outcome {
  const found = readMathJaxContainer(element);
  return found && "tagName" in found ? [found] : replaceBy(found, element, page, "mjx-container");
}

function replaceBy(formula: Formula | undefined, element: Element, page: Page, rule: string): Outcome {
  const { article, onlyProse } = page;
  if (!formula) return undefined;
  const { tex, display } = formula;
  const isText = onlyProse || isProse(tex);
  article.record(name, "replace", isText ? `${rule} → text between dollars` : `${rule} → TeX`, { sample: tex });
  if (tex === "") return REMOVE;
  if (tex.startsWith("KaTeX parse error:")) return [text(tex)];
  const signs = display ? "$$" : "$";
  const node: RootContent = isText ? text(signs + tex + signs) : formulaElement(formula, mathmlOf(element));
  return [element.position ? { ...node, position: element.position } : node];
}

/** KaTeX's own MathML, where it is whole. */
function mathmlOf(element: Element): Element | undefined {
  return findElement(element, (inner) => inner.tagName === "math" && findElement(inner, isTexAnnotation) !== undefined);
}
