import type { Element, ElementContent, Root, RootContent } from "hast";
import { element as create } from "../../html/create.js";
import {
  findElement,
  findElements,
  hasClass,
  isBlank,
  isElement,
  stringAttribute,
  visibleText,
} from "../../html/query.js";
import type { Article } from "../article.js";
import { isTelling, mayBeCaption, saysCaption } from "../pictures/caption-words.js";
import type { Step } from "../step.js";

const name = "figures";

/**
 * A picture and the caption after it become a figure, whatever told that it is one: an element that only a figure may hold,
 * the words, or the place. A picture without a caption stays in its paragraph. The first picture of a post loads at once.
 */
export const figures: Step = {
  name,
  transform(tree, article) {
    join(tree, article);
    const first = findElement(tree, isImage);
    if (first) delete first.properties.loading;
  },
};

const closed = new Set(["figure", "pre", "table"]);

function join(parent: Root | Element, article: Article): void {
  const children = parent.children as RootContent[];
  /** Made for lists with paragraphs or captions in them; the others stay as they are. */
  let joined: RootContent[] | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]!;
    if (child.type === "element") joinWithin(child, article);
    if (isElement(child, "p", "figcaption")) {
      joined ??= children.slice(0, index);
      append(joined, child, parent, article);
    } else joined?.push(child);
  }
  if (joined) parent.children = joined as typeof parent.children;
}

function joinWithin(element: Element, article: Article): void {
  if (!closed.has(element.tagName)) join(element, article);
  else for (const inner of element.children) if (inner.type === "element") join(inner, article);
}

/** Puts a paragraph or a caption behind others, or with the picture before it into a figure. */
function append(joined: RootContent[], child: Element, parent: Root | Element, article: Article): void {
  const at = joined.findLastIndex((node) => !isWhite(node));
  const before = joined[at];
  const caption = captionFor(before, child);
  if (caption && isElement(before)) {
    article.record(name, "replace", caption.rule, { sample: visibleText(caption.element) });
    joined.splice(at, joined.length - at, figureOf(before, caption.element));
  } else if (child.tagName === "p") joined.push(ownCaption(child, article) ?? child);
  else joined.push(isElement(parent, "figure") ? child : { ...child, tagName: "p" });
}

function isWhite(node: RootContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

interface Caption {
  readonly element: Element;
  readonly rule: string;
}

/** What `next` is to the picture before it. */
function captionFor(before: RootContent | undefined, next: Element): Caption | undefined {
  if (!isElement(before) || !isPicture(before)) return undefined;
  if (next.tagName === "figcaption") return { element: next, rule: "caption element" };
  if (next.tagName !== "p" || before.tagName !== "p" || holdsPicture(next)) return undefined;
  const text = visibleText(next).trim();
  if (saysCaption(text)) return { element: next, rule: "caption by its words" };
  if (isAllEmphasis(next) && text.length <= 120) return { element: next, rule: "caption in italics" };
  const isCentred = hasClass(before, "align-center") && hasClass(next, "align-center");
  if (isCentred && mayBeCaption(text) && !isAllBold(next)) return { element: next, rule: "centred caption" };
  return undefined;
}

/** A paragraph with nothing in it but one picture, linked or not, or a figure without a caption. */
function isPicture(element: Element): boolean {
  if (element.tagName === "figure") {
    return findElement(element, (inner) => inner.tagName === "figcaption") === undefined;
  }
  return element.tagName === "p" && picturesIn(element).length === 1 && visibleText(element).trim() === "";
}

function picturesIn(element: Element): Element[] {
  return findElements(element, isImage);
}

function isImage(element: Element): boolean {
  return element.tagName === "img" && !hasClass(element, "emoji");
}

function holdsPicture(element: Element): boolean {
  return isMedia(element) || findElement(element, isMedia) !== undefined;
}

function isMedia(element: Element): boolean {
  return isElement(element, "img", "video", "audio");
}

function figureOf(before: Element, caption: Element): Element {
  const written = create("figcaption", idOf(caption), caption.children);
  const { className, id } = before.properties;
  if (before.tagName === "figure") return { ...before, children: [...before.children, written] };
  const properties = { ...(className ? { className } : {}), ...(id !== undefined ? { id } : {}) };
  return create("figure", properties, [...before.children, written]);
}

function idOf({ properties }: Element): Element["properties"] {
  return properties.id === undefined ? {} : { id: properties.id };
}

/** A caption in the picture's own paragraph: after a line break, or in the `title` that Markdown gives pictures. */
function ownCaption(paragraph: Element, article: Article): Element | undefined {
  if (picturesIn(paragraph).length !== 1) return undefined;
  const parts = paragraph.children.filter((child) => !isWhite(child));
  const at = parts.findIndex((part) => isElement(part, "br"));
  const [picture] = parts;
  if (at === 1 && isElement(picture) && holdsPicture(picture))
    return afterBreak(paragraph, picture, parts.slice(2), article);
  // Markdown: the picture on one line, its caption in italics on the next.
  if (parts.length === 2 && isElement(picture) && holdsPicture(picture) && isElement(parts[1], "em", "small"))
    return afterBreak(paragraph, picture, parts.slice(1), article);
  return parts.length === 1 ? ofTitle(paragraph, article) : undefined;
}

function afterBreak(
  paragraph: Element,
  picture: Element,
  rest: readonly ElementContent[],
  article: Article,
): Element | undefined {
  if (rest.length === 0 || rest.some((part) => isElement(part, "br") || (isElement(part) && holdsPicture(part))))
    return undefined;
  const caption = create("p", {}, rest);
  const text = visibleText(caption).trim();
  const isCaption =
    saysCaption(text) ||
    (isAllEmphasis(caption) && text.length <= 120) ||
    (hasClass(paragraph, "align-center") && mayBeCaption(text));
  if (!isCaption || isBlank(caption)) return undefined;
  article.record(name, "replace", "caption after a line break", { sample: text });
  return figureOf({ ...paragraph, children: [picture] }, caption);
}

function ofTitle(paragraph: Element, article: Article): Element | undefined {
  const isMarkdown =
    article.document.bodyKind === "markdown" || article.origins.some(({ cleanup }) => cleanup === "csdn-markdown");
  const [image] = picturesIn(paragraph);
  const title = image && stringAttribute(image, "title")?.trim();
  if (!isMarkdown || !title || !isTelling(title) || visibleText(paragraph).trim() !== "") return undefined;
  delete image.properties.title;
  article.record(name, "replace", "title of a picture → caption", { sample: title });
  return figureOf(paragraph, create("p", {}, [title]));
}

function isAllEmphasis(paragraph: Element): boolean {
  return isAll(paragraph, "em", "small", "i");
}

function isAllBold(paragraph: Element): boolean {
  return isAll(paragraph, "strong", "b");
}

function isAll(paragraph: Element, ...tagNames: string[]): boolean {
  const parts = paragraph.children.filter((child) => !isBlank(child));
  return parts.length === 1 && isElement(parts[0], ...tagNames);
}
