import type { Element, ElementContent, RootContent } from "hast";
import { blockTags, containerTags, looseTags, opaqueTags, textTags } from "../../html/content-model.js";
import { element as create, text } from "../../html/create.js";
import { classList, findElement, findElements, isBlank, isElement, visibleText } from "../../html/query.js";
import { liftBlocks } from "../flow/lift-blocks.js";
import { cutAtBlocks, cutAtEmptyLines, hasEmptyLine, isBlock, wrapRuns } from "../flow/runs.js";
import type { Step } from "../step.js";
import { addClass } from "./presentation.js";

/** Text stands in paragraphs, paragraphs hold nothing but text, and boxes that only wrap are gone. */
export const paragraphs: Step = {
  name: "paragraphs",
  transform(tree) {
    tree.children = wrapRuns(arrange(tree.children, 0));
  },
};

/** The nodes in order, the same list where all stay. `depth` counts the inline elements around them. */
function arrange(nodes: RootContent[], depth: number): RootContent[] {
  let arranged: RootContent[] | undefined;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    const instead = node.type !== "element" || opaqueTags.has(node.tagName) ? undefined : arrangeElement(node, depth);
    if (instead === undefined) arranged?.push(node);
    else {
      arranged ??= nodes.slice(0, index);
      arranged.push(...instead);
    }
  }
  return arranged ?? nodes;
}

/** What takes the element's place, or nothing if it stays. */
function arrangeElement(element: Element, depth: number): RootContent[] | undefined {
  const { tagName } = element;
  if (textTags.has(tagName)) return tagName === "p" ? arrangeParagraph(element) : arrangeHeading(element);
  if (containerTags.has(tagName)) return arrangeContainer(element);
  if (tagName === "figure" && !isFigure(element)) return arrangeDiv(element);
  if (looseTags.has(tagName)) return arrangeLoose(element);
  if (!element.children.some(isElementNode)) return undefined;
  const isInline = !blockTags.has(tagName);
  if (tagName === "a") joinCard(element);
  arrangeChildren(element, isInline ? depth + 1 : 0);
  return isInline && element.children.some(isBlock) ? liftBlocks(element, depth) : undefined;
}

function isElementNode(node: RootContent): boolean {
  return node.type === "element";
}

function arrangeChildren(element: Element, depth: number): RootContent[] {
  const children = arrange(element.children, depth);
  setChildren(element, children);
  return children;
}

function setChildren(element: Element, children: readonly RootContent[]): void {
  element.children = children as ElementContent[];
}

function arrangeParagraph(paragraph: Element): RootContent[] | undefined {
  const children = arrangeChildren(paragraph, 0);
  if (!children.some(isBlock)) {
    if (!hasEmptyLine(children)) return undefined;
    const runs = cutAtEmptyLines(children, { inText: false });
    return runs.length > 0
      ? withId(
          runs.map((run) => copyWith(paragraph, run)),
          paragraph,
        )
      : undefined;
  }
  const parts = cutAtBlocks(children).flatMap((part): RootContent[] => {
    if (Array.isArray(part)) return cutAtEmptyLines(part, { inText: false }).map((run) => copyWith(paragraph, run));
    if (isElement(part)) passOnAlignment(paragraph, part);
    return [part];
  });
  return withId(parts, paragraph);
}

/** A copy without the id, which only one can have. */
function copyWith({ tagName, properties }: Element, children: readonly RootContent[]): Element {
  const { id: _id, ...others } = properties;
  return create(tagName, others, children as ElementContent[]);
}

/** A heading is one line: paragraphs in it are its text, other blocks come after it. */
function arrangeHeading(heading: Element): RootContent[] | undefined {
  const children = arrangeChildren(heading, 0);
  if (!children.some(isBlock)) return undefined;
  const blocks: RootContent[] = [];
  const line: RootContent[] = [];
  for (const child of children) {
    if (isElement(child, "p", "h1", "h2", "h3", "h4", "h5", "h6")) {
      if (!line.every(isBlank)) line.push(text(" "));
      line.push(...child.children);
    } else if (isBlock(child)) blocks.push(child);
    else line.push(child);
  }
  setChildren(heading, line);
  return line.every(isBlank) ? withId(blocks, heading) : [heading, ...blocks];
}

function arrangeContainer(container: Element): RootContent[] | undefined {
  const children = arrangeChildren(container, 0);
  if (isBox(container) && !children.some(isBlock)) return undefined;
  setChildren(container, wrapRuns(children));
  return container.tagName === "div" && !isBox(container) ? withoutWrapper(container) : undefined;
}

/** Whether a `div` is something of ours, an embed or the box of a table, or sets a direction. */
function isBox(element: Element): boolean {
  if (element.tagName !== "div") return false;
  if (element.properties.dir === "rtl" || element.properties.role !== undefined) return true;
  return classList(element).some((name) => !name.startsWith("align-"));
}

/** A `div` without a meaning of its own is not kept; what it says about its blocks goes onto them. */
function withoutWrapper(div: Element): RootContent[] {
  for (const child of div.children) if (isElement(child)) passOnAlignment(div, child);
  return withId(div.children, div);
}

const alignable = new Set("p h1 h2 h3 h4 h5 h6 figure".split(" "));

function passOnAlignment(from: Element, to: Element): void {
  if (!alignable.has(to.tagName) || classList(to).some((name) => name.startsWith("align-"))) return;
  for (const name of classList(from)) if (name.startsWith("align-")) addClass(to, name);
}

/** Gives the id of an element that goes to what stood in it. */
function withId(parts: readonly RootContent[], gone: Element): RootContent[] {
  const { id } = gone.properties;
  if (id === undefined || id === null) return [...parts];
  const first = parts.find((part) => isElement(part));
  if (isElement(first) && first.properties.id === undefined) {
    first.properties.id = id;
    return [...parts];
  }
  if (isElement(first) && textTags.has(first.tagName)) {
    first.children = [create("a", { id }), ...first.children];
    return [...parts];
  }
  return [create("p", {}, [create("a", { id })]), ...parts];
}

/** An entry or a cell holds its text directly, unless it has several paragraphs. It always stays. */
function arrangeLoose(element: Element): undefined {
  for (let only = onlyChild(element); isElement(only, "div") && !isBox(only); only = onlyChild(element)) {
    takeOver(element, only);
  }
  const children = arrangeChildren(element, 0);
  if (element.tagName === "figure") setChildren(element, unwrapParagraph(children));
  else if (children.some(isBreak) && cutAtBlocks(children).some((part) => Array.isArray(part) && hasEmptyLine(part))) {
    setChildren(element, wrapRuns(children));
  }
  const only = element.tagName === "li" ? undefined : onlyChild(element);
  if (isElement(only, "p")) takeOver(element, only);
}

function isBreak(node: RootContent): boolean {
  return isElement(node, "br");
}

const shownInFigures = "img picture video audio iframe object table pre figure figcaption code math svg".split(" ");

function isFigure(element: Element): boolean {
  const shows = (inner: Element): boolean => isElement(inner, ...shownInFigures);
  return element.properties.dataEmbed !== undefined || isBlank(element) || findElement(element, shows) !== undefined;
}

/** A figure without anything to show is a box around text. */
function arrangeDiv(figure: Element): RootContent[] | undefined {
  figure.tagName = "div";
  return arrangeElement(figure, 0);
}

/** The boxes in a link, as of a card with title and description, are its lines: one link, not one for each. */
function joinCard(anchor: Element): void {
  const boxes = findElements(anchor, isBlock);
  const isCard = anchor.children.some((child) => isElement(child, "div"));
  if (boxes.length < 2 || !isCard || !boxes.every((box) => isElement(box, "div", "p"))) return;
  const lines = linesOfCard(anchor).filter((line) => !line.every(isBlank));
  setChildren(
    anchor,
    lines.flatMap((line, index) => (index > 0 ? [create("br", {}), ...line] : line)),
  );
}

function linesOfCard(box: Element): RootContent[][] {
  return cutAtBlocks(box.children).flatMap((part) => {
    if (Array.isArray(part)) return [part];
    return isElement(part) ? linesOfCard(part) : [];
  });
}

function onlyChild(element: Element): ElementContent | undefined {
  let only: ElementContent | undefined;
  for (const child of element.children) {
    if (child.type !== "element" && isBlank(child)) continue;
    if (only) return undefined;
    only = child;
  }
  return only;
}

function takeOver(element: Element, only: Element): void {
  element.children = only.children;
  if (only.properties.id !== undefined) {
    if (element.properties.id === undefined) element.properties.id = only.properties.id;
    else element.children = [create("a", { id: only.properties.id }), ...element.children];
  }
  for (const name of classList(only)) addClass(element, name);
}

/** A picture stands in its figure directly; several paragraphs of text stay what they are. */
function unwrapParagraph(children: readonly RootContent[]): RootContent[] {
  const texts = children.filter((child) => isElement(child, "p") && visibleText(child).trim() !== "");
  return children.flatMap((child) =>
    isElement(child, "p") && (texts.length < 2 || !texts.includes(child)) ? child.children : [child],
  );
}
