import type { Element, Root, RootContent } from "hast";
import { printHtml } from "../../html/parse.js";
import { isBlank, isElement, visibleText } from "../../html/query.js";
import { createWalk, REMOVE } from "../../html/walk.js";
import { printSettled } from "../settle.js";
import type { Step } from "../step.js";
import { MORE } from "./comments.js";

/** What lists show of the post: up to the author's mark, or else the first paragraph that says something. */
export const excerpt: Step = {
  name: "excerpt",
  transform(tree, article) {
    article.text = visibleText(tree);
    const marked = tree.children.findIndex(holdsMark);
    const end = marked < 0 ? 0 : endOfExcerpt(tree, marked);
    const blocks = end > 0 ? tree.children.slice(0, end) : firstParagraph(tree);
    if (marked >= 0) removeMark(tree);
    const shown: Root = { type: "root", children: standAlone(blocks) };
    article.excerptHtml = (article.options.sanitize ? printSettled(shown) : printHtml(shown)).trim();
  },
};

const removeComments = createWalk<undefined>([{ comment: () => REMOVE }]);

/** The mark has served; a paragraph that held nothing else goes with it. */
function removeMark(tree: Root): void {
  tree.children = tree.children.filter((node) => !(isElement(node, "p") && holdsMark(node) && holdsOnlyComments(node)));
  removeComments(tree, undefined);
}

function holdsOnlyComments({ children }: Element): boolean {
  return children.every((child) => child.type === "comment" || isEmptyText(child));
}

function holdsMark(node: RootContent): boolean {
  return node.type === "comment" ? node.value === MORE : node.type === "element" && node.children.some(holdsMark);
}

/** Index of the first top-level node after the mark. A mark inside of a paragraph ends the excerpt behind it. */
function endOfExcerpt(tree: Root, index: number): number {
  const holder = tree.children[index]!;
  const begins = holder.type === "element" && holder.children.find((child) => !isEmptyText(child))?.type !== "comment";
  return begins ? index + 1 : index;
}

function isEmptyText(node: RootContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function firstParagraph(tree: Root): RootContent[] {
  const paragraph = findParagraph(tree.children);
  return paragraph ? [paragraph] : [];
}

function findParagraph(nodes: readonly RootContent[]): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === "p" && saysSomething(node)) return node;
    const inner = isElement(node, "div", "section", "blockquote") ? findParagraph(node.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function saysSomething(paragraph: Element): boolean {
  return !isBlank(paragraph) && visibleText(paragraph).trim().length >= 2;
}

/** A copy without ids, in-page links and comments, which would lead nowhere on another page. */
function standAlone(nodes: readonly RootContent[]): RootContent[] {
  const copies: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === "element") copies.push(elementAlone(node));
    else if (node.type !== "comment") copies.push(node);
  }
  return copies;
}

function elementAlone({ tagName, properties, children }: Element): Element {
  const { id: _id, ...others } = properties;
  if (tagName === "a" && String(others.href ?? "").startsWith("#")) delete others.href;
  return { type: "element", tagName, properties: others, children: standAlone(children) as Element["children"] };
}
