import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { classList, findElement, findElements, hasClass, isBlank, isElement, visibleText } from "../../html/query.js";
import type { Outcome, Place } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

const name = "captions";

const boxClasses =
  /^(?:wp-caption|figure|imgcap|image-package|image-box|img-box|thumbinner|captioned-image|image-with-caption|photo|picture|media-image)$/;
const captionClasses =
  /^(?:caption|wp-caption-(?:text|dd)|gallery-caption|(?:image|img|pic|picture|photo|figure|media|thumb)[-_]?(?:caption|title|desc)|imageCaption|fig-?caption|figure__caption|caption[-_]?text|thecap|pgc-img-caption|tr-caption|MsoCaption)$/i;

/** What classes call a caption, and the box around it and its picture, becomes what HTML has for them. */
export const captions: Step = {
  name,
  visitor: {
    enter: {
      div: (element, article, place) => toFigure(element, article) ?? toCaption(element, article, place),
      p: toCaption,
      span: toCaption,
      small: toCaption,
      em: toCaption,
      table: figureOfTable,
      figcaption: looseCaption,
    },
  },
};

function toFigure(box: Element, article: Article): undefined {
  if (!classList(box).some((className) => boxClasses.test(className))) return;
  const pictures = findElements(box, (inner) => inner.tagName === "img");
  // WordPress means it, whatever is in the box.
  const isMeant = pictures.length === 1 || (pictures.length > 1 && hasClass(box, "wp-caption"));
  if (!isMeant || findElement(box, (inner) => inner.tagName === "figure" || isCaption(inner) === true) === undefined)
    return;
  box.tagName = "figure";
  article.record(name, "replace", "box of a picture → figure");
}

function isCaption(element: Element): boolean {
  return element.tagName === "figcaption" || classList(element).some((className) => captionClasses.test(className));
}

function toCaption(element: Element, article: Article, { parents }: Place): undefined {
  if (element.tagName === "figure" || !isCaption(element) || isBlank(element)) return;
  if (parents.some((parent) => parent.type === "element" && parent.tagName === "figcaption")) return;
  // A picture's own box may be called after its caption.
  if (findElement(element, (inner) => isElement(inner, "img", "table", "pre"))) return;
  element.tagName = "figcaption";
  article.record(name, "replace", "caption by its class", { sample: visibleText(element) });
}

/** Old pages put a picture into the first row of a table and its caption into the second. */
function figureOfTable(table: Element, article: Article): Outcome {
  const cells = findElements(table, (inner) => isElement(inner, "td", "th"));
  const named = cells.filter(isCaption);
  if (named.length === 1 && named[0] && cells.length > 1) return figureOfNamed(cells, named[0], article);
  const rows = findElements(table, (inner) => inner.tagName === "tr");
  const [picture, caption] = cells;
  if (rows.length !== 2 || cells.length !== 2 || !picture || !caption) return undefined;
  if (visibleText(picture).trim() !== "" || isBlank(caption)) return undefined;
  if (findElements(picture, (inner) => inner.tagName === "img").length !== 1) return undefined;
  const holdsBlocks = findElement(caption, (inner) => isElement(inner, "img", "table", "pre", "ul", "ol"));
  if (holdsBlocks || visibleText(caption).trim().length > 300) return undefined;
  article.record(name, "replace", "table of a picture and its caption → figure");
  return [create("figure", {}, [...picture.children, create("figcaption", {}, caption.children)])];
}

/** Blogger says which of the cells is the caption. */
function figureOfNamed(cells: readonly Element[], caption: Element, article: Article): Outcome {
  const content = cells.filter((cell) => cell !== caption).flatMap((cell) => cell.children);
  article.record(name, "replace", "table of a picture and its caption → figure");
  return [create("figure", {}, isBlank(caption) ? content : [...content, create("figcaption", {}, caption.children)])];
}

/** Blank ones are no captions. */
function looseCaption(caption: Element, _article: Article, place: Place): Outcome {
  return isBlank(caption) && isElement(place.parents.at(-1), "figure") ? [] : undefined;
}
