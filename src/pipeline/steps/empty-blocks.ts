import type { Element, Root, RootContent } from "hast";
import { blockTags, opaqueTags } from "../../html/content-model.js";
import { element as create } from "../../html/create.js";
import { isBlank, isElement, stringAttribute } from "../../html/query.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/**
 * Elements that show nothing go; the ids in them, which links may lead to, go to what follows. Line breaks at the edges of a
 * block go as well, and neighbours that say the same become one.
 */
export const emptyBlocks: Step = {
  name: "empty-blocks",
  transform(tree, article) {
    dropDoubleIds(tree, new Set());
    const homeless = prune(tree, article);
    if (homeless.length > 0) tree.children.push(create("p", {}, homeless.map(anchor)));
  },
};

/** A link finds the first element of an id; the others, and ids without a name, are none. */
function dropDoubleIds(parent: Root | Element, seen: Set<string>): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { id } = child.properties;
    if (id === "" || (id !== undefined && seen.has(id))) delete child.properties.id;
    else if (id !== undefined) seen.add(id);
    dropDoubleIds(child, seen);
  }
}

const removable = new Set(
  (
    "p div span h1 h2 h3 h4 h5 h6 li ul ol dl blockquote strong em del u ins sup sub small mark code kbd samp var cite q abbr a " +
    "figure figcaption section details summary pre caption table"
  ).split(" "),
);

/** Takes out what is empty below `parent`; gives back the ids that found no new place in it. */
function prune(parent: Root | Element, article: Article): string[] {
  const children: RootContent[] = [];
  let homeless: string[] = [];
  for (const child of parent.children as RootContent[]) {
    if (child.type !== "element") {
      children.push(child);
      continue;
    }
    if (!opaqueTags.has(child.tagName)) homeless.push(...prune(child, article));
    if (isEmpty(child)) {
      article.record("empty-blocks", "remove", `empty ${child.tagName}`);
      homeless.push(...idsOf(child), ...anchorsIn(child));
      if (!blockTags.has(child.tagName)) children.push(...keepingWordsApart(child));
      continue;
    }
    if (isElement(child, "span", "a") && Object.keys(child.properties).length === 0) {
      // It had an id that another element has too: a parser opens what is left open again and again.
      children.push(...child.children);
      continue;
    }
    homeless = settle(homeless, child);
    const last = children.at(-1);
    if (isElement(last) && joins(last, child)) last.children.push(...child.children);
    else children.push(child);
  }
  if (parent.type === "root" || blockTags.has(parent.tagName)) trimBreaks(children);
  parent.children = children as typeof parent.children;
  const last = children.findLast((child) => isElement(child, ...holders)) as Element | undefined;
  if (homeless.length === 0 || !last) return homeless;
  last.children.push(...homeless.map(anchor));
  return [];
}

/** `<b>one</b><i> </i>two`: the space is all that it held. A line break is one as well. */
function keepingWordsApart(element: Element): RootContent[] {
  return element.children.filter(
    (child) => isElement(child, "br") || (child.type === "text" && /\s/.test(child.value)),
  );
}

function isEmpty(element: Element): boolean {
  const { tagName, properties } = element;
  if (!removable.has(tagName)) return false;
  // An anchor in running text is a place of its own.
  if (tagName === "a" && properties.href === undefined && idsOf(element).length > 0) return false;
  return (element.children as RootContent[]).every(
    (child) =>
      isElement(child, "br") ||
      (blockTags.has(tagName) && isAnchor(child)) ||
      (isBlank(child) && child.type !== "comment" && !isTarget(child)),
  );
}

/** A place to link to, and nothing else. */
function isAnchor(node: RootContent): node is Element {
  return isElement(node, "a") && node.properties.href === undefined && node.children.every(isBlank);
}

function anchorsIn(element: Element): string[] {
  return (element.children as RootContent[]).filter(isAnchor).flatMap(idsOf);
}

function isTarget(node: RootContent): boolean {
  return isElement(node) && (idsOf(node).length > 0 || node.children.some(isTarget));
}

function idsOf(element: Element): string[] {
  const { id, name } = element.properties;
  if (id === undefined && name === undefined) return [];
  const names = element.tagName === "a" ? ["id", "name"] : ["id"];
  return [...new Set(names.map((name) => stringAttribute(element, name)))].filter((value) => value !== undefined);
}

const holders = "p div h1 h2 h3 h4 h5 h6 li td th dd dt blockquote figcaption section".split(" ");

/** Gives ids that lost their element to the one that follows; the rest goes on. */
function settle(homeless: readonly string[], element: Element): string[] {
  const [first, ...others] = homeless;
  if (first === undefined) return [];
  const fits = element.properties.id === undefined;
  if (fits) element.properties.id = first;
  const left = fits ? others : homeless;
  if (left.length === 0 || !holders.includes(element.tagName)) return [...left];
  element.children.unshift(...left.map(anchor));
  return [];
}

function anchor(id: string): Element {
  return create("a", { id });
}

const joined = ["strong", "em", "del", "u"];

/** A word that an editor has split into two elements of the same kind. */
function joins(one: Element, other: Element): boolean {
  return (
    one.tagName === other.tagName &&
    joined.includes(one.tagName) &&
    Object.keys(one.properties).length === 0 &&
    Object.keys(other.properties).length === 0
  );
}

/** Breaks at the start and the end of a block, and before or after a block in it. */
function trimBreaks(children: RootContent[]): void {
  const edges = new Set<RootContent>([...breaksAtEdges(children), ...breaksAtEdges(children.toReversed())]);
  if (edges.size === 0) return;
  const left = children.filter((child) => !edges.has(child));
  children.splice(0, children.length, ...left);
}

function breaksAtEdges(children: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = [];
  let atEdge = true;
  for (const child of children) {
    const tagName = child.type === "element" ? child.tagName : "";
    if (tagName === "br" && atEdge) found.push(child);
    else if (!isWhite(child)) atEdge = blockTags.has(tagName);
  }
  return found;
}

function isWhite(node: RootContent): boolean {
  return node.type === "comment" || (node.type === "text" && /^[\s\u200b]*$/.test(node.value));
}
