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

const none: readonly string[] = [];

/** Takes out what is empty below `parent`; gives back the ids that found no new place in it. */
function prune(parent: Root | Element, article: Article): readonly string[] {
  const before = parent.children as RootContent[];
  /** Most lists stay as they are. */
  let after: RootContent[] | undefined;
  let homeless = none;
  for (let index = 0; index < before.length; index += 1) {
    const child = before[index]!;
    if (child.type !== "element") {
      after?.push(child);
      continue;
    }
    if (!opaqueTags.has(child.tagName)) homeless = join(homeless, prune(child, article));
    if (isEmpty(child)) {
      article.record("empty-blocks", "remove", `empty ${child.tagName}`);
      homeless = join(homeless, [...idsOf(child), ...anchorsIn(child)]);
      after ??= before.slice(0, index);
      if (!blockTags.has(child.tagName)) after.push(...keepingWordsApart(child));
      continue;
    }
    if ((child.tagName === "span" || child.tagName === "a") && isBare(child)) {
      // It had an id that another element has too: a parser opens what is left open again and again.
      after ??= before.slice(0, index);
      after.push(...child.children);
      continue;
    }
    if (homeless.length > 0) homeless = settle(homeless, child);
    const last = after ? after.at(-1) : before[index - 1];
    if (last?.type === "element" && joins(last, child)) {
      after ??= before.slice(0, index);
      last.children.push(...child.children);
    } else after?.push(child);
  }
  const children = after ?? before;
  const isBlock = parent.type === "root" || blockTags.has(parent.tagName);
  parent.children = (isBlock ? withoutOuterBreaks(children) : children) as typeof parent.children;
  return homeless.length === 0 ? none : leaveIn(parent, homeless);
}

function join(some: readonly string[], more: readonly string[]): readonly string[] {
  return more.length === 0 ? some : [...some, ...more];
}

/** Puts ids into the last element that can hold anchors; gives them back where there is none. */
function leaveIn(parent: Root | Element, homeless: readonly string[]): readonly string[] {
  const last = (parent.children as RootContent[]).findLast((child) => isElement(child) && holders.has(child.tagName));
  if (!isElement(last)) return homeless;
  last.children.push(...homeless.map(anchor));
  return none;
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
  const isBlock = blockTags.has(tagName);
  for (const child of element.children) if (!showsNothing(child, isBlock)) return false;
  return true;
}

function showsNothing(child: RootContent, inBlock: boolean): boolean {
  if (child.type === "text") return isBlank(child);
  if (child.type !== "element") return false;
  return child.tagName === "br" || (inBlock && isAnchor(child)) || (isBlank(child) && !isTarget(child));
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

const holders = new Set("p div h1 h2 h3 h4 h5 h6 li td th dd dt blockquote figcaption section".split(" "));

/** Gives ids that lost their element to the one that follows; the rest goes on. */
function settle(homeless: readonly string[], element: Element): readonly string[] {
  const [first, ...others] = homeless;
  const fits = element.properties.id === undefined;
  if (fits) element.properties.id = first!;
  const left = fits ? others : homeless;
  if (left.length === 0 || !holders.has(element.tagName)) return left;
  element.children.unshift(...left.map(anchor));
  return none;
}

function anchor(id: string): Element {
  return create("a", { id });
}

const joined = new Set(["strong", "em", "del", "u"]);

/** A word that an editor has split into two elements of the same kind. */
function joins(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && joined.has(one.tagName) && isBare(one) && isBare(other);
}

function isBare({ properties }: Element): boolean {
  for (const _ in properties) return false;
  return true;
}

/** Without breaks at the start and the end of a block, and before or after a block in it. */
function withoutOuterBreaks(children: RootContent[]): RootContent[] {
  if (!children.some(isBreak)) return children;
  const edges = new Set<RootContent>([...breaksAtEdges(children), ...breaksAtEdges(children.toReversed())]);
  return edges.size === 0 ? children : children.filter((child) => !edges.has(child));
}

function isBreak(node: RootContent): boolean {
  return node.type === "element" && node.tagName === "br";
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
