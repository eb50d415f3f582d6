import type { Comment, Element, Nodes, Root, RootContent, Text } from "hast";

/*
 * One traversal for many steps. A step brings a table of handlers by tag name; the tables of neighbouring steps are
 * merged, so that each node is met once and its handlers run in the order of the steps.
 */

export type Parent = Root | Element;

/** Handlers return it to take the node out, with all that is in it. */
export const REMOVE = Symbol.for("pumice.remove");
/** Handlers return it to put the node's children in its place. */
export const UNWRAP = Symbol.for("pumice.unwrap");

/** Nothing: the node stays. A list: these nodes take its place; the handlers of the following steps meet them too. */
export type Outcome = undefined | typeof REMOVE | typeof UNWRAP | readonly RootContent[];

/** Where a node stands. Valid during the call only. */
export interface Place {
  /** From the root to the node's parent. */
  readonly parents: readonly Parent[];
  /** The node's place among its parent's children, which are not changed before the parent is left. */
  readonly index: number;
}

type Handler<N extends Nodes, C> = (node: N, context: C, place: Place) => Outcome;
export type ElementHandler<C> = Handler<Element, C>;
/** By tag name; `*` runs for every element. */
export type ElementTable<C> = Readonly<Record<string, ElementHandler<C>>>;

export interface Visitor<C> {
  /** Before the element's children are met. */
  readonly enter?: ElementTable<C>;
  /** After them. */
  readonly leave?: ElementTable<C>;
  readonly text?: Handler<Text, C>;
  readonly comment?: Handler<Comment, C>;
}

export type Walk<C> = (tree: Root, context: C) => void;

interface Entry<N extends Nodes, C> {
  readonly rank: number;
  readonly handler: Handler<N, C>;
}

/** The handlers of elements of one name, in the order of the steps. */
interface ElementEntries<C> {
  readonly entering: readonly Entry<Element, C>[];
  readonly leaving: readonly Entry<Element, C>[];
}

interface Entries<C> {
  readonly elements: ReadonlyMap<string, ElementEntries<C>>;
  /** Of elements whose name nobody asks for. */
  readonly others: ElementEntries<C>;
  readonly texts: readonly Entry<Text, C>[];
  readonly comments: readonly Entry<Comment, C>[];
}

/** One walk at work, which is also the place that its handlers are told. */
interface Traversal<C> extends Place {
  readonly parents: Parent[];
  index: number;
  readonly context: C;
  readonly entries: Entries<C>;
}

/** Merges visitors into one traversal, to be used many times. Handlers of the same node run in the order of the list. */
export function createWalk<C>(visitors: readonly Visitor<C>[]): Walk<C> {
  const entries = entriesOf(visitors);
  return (tree, context) => visitChildren(tree, { parents: [], index: 0, context, entries });
}

// Functions that are made once, and not for each walk: they are most of what a build runs, and have to be compiled once.

function visitChildren<C>(parent: Parent, walk: Traversal<C>): void {
  walk.parents.push(parent);
  const before = parent.children as RootContent[];
  let after: RootContent[] | undefined;
  for (let index = 0; index < before.length; index += 1) {
    const node = before[index]!;
    walk.index = index;
    const outcome = visit(node, 0, walk);
    if (outcome === undefined) after?.push(node);
    else {
      after ??= before.slice(0, index);
      after.push(...outcome);
    }
  }
  if (after) parent.children = after as typeof parent.children;
  walk.parents.pop();
}

/** What takes the node's place, or nothing if it stays. */
function visit<C>(node: RootContent, fromRank: number, walk: Traversal<C>): readonly RootContent[] | undefined {
  if (node.type === "element") return visitElement(node, fromRank, walk);
  if (node.type === "text") return visitLeaf(node, walk.entries.texts, fromRank, walk);
  return node.type === "comment" ? visitLeaf(node, walk.entries.comments, fromRank, walk) : undefined;
}

function visitLeaf<N extends Text | Comment, C>(
  node: N,
  entries: readonly Entry<N, C>[],
  fromRank: number,
  walk: Traversal<C>,
): readonly RootContent[] | undefined {
  for (let next = 0; next < entries.length; next += 1) {
    const { rank, handler } = entries[next]!;
    const outcome = rank < fromRank ? undefined : handler(node, walk.context, walk);
    if (outcome !== undefined) return replace(node, outcome, rank + 1, walk);
  }
  return undefined;
}

function visitElement<C>(element: Element, fromRank: number, walk: Traversal<C>): readonly RootContent[] | undefined {
  const { index } = walk;
  let rank = fromRank;
  let tagName = element.tagName;
  let { entering, leaving } = entriesFor(tagName, walk.entries);
  for (let next = 0; next < entering.length; next += 1) {
    const entry = entering[next]!;
    if (entry.rank < rank) continue;
    const outcome = entry.handler(element, walk.context, walk);
    if (outcome !== undefined) return replace(element, outcome, entry.rank + 1, walk);
    if (element.tagName !== tagName) {
      // Renamed: the following steps see it under its new name.
      tagName = element.tagName;
      rank = entry.rank + 1;
      ({ entering, leaving } = entriesFor(tagName, walk.entries));
      next = -1;
    }
  }
  if (element.children.length > 0) {
    visitChildren(element, walk);
    walk.index = index;
    if (element.tagName !== tagName) leaving = entriesFor(element.tagName, walk.entries).leaving;
  }
  return leaving.length === 0 ? undefined : leave(element, leaving, walk);
}

function leave<C>(
  element: Element,
  leaving: readonly Entry<Element, C>[],
  walk: Traversal<C>,
): readonly RootContent[] | undefined {
  for (const { handler } of leaving) {
    const outcome = handler(element, walk.context, walk);
    if (outcome === REMOVE) return [];
    if (outcome === UNWRAP) return element.children;
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

function replace<C>(node: RootContent, outcome: Outcome, fromRank: number, walk: Traversal<C>): readonly RootContent[] {
  if (outcome === REMOVE) return [];
  const nodes = outcome === UNWRAP ? ((node as Element).children as RootContent[]) : (outcome as RootContent[]);
  // The children of an unwrapped element have met no handler yet.
  const rank = outcome === UNWRAP ? 0 : fromRank;
  const placed: RootContent[] = [];
  for (const child of nodes) {
    const instead = visit(child, rank, walk);
    if (instead) placed.push(...instead);
    else placed.push(child);
  }
  return placed;
}

function entriesFor<C>(tagName: string, { elements, others }: Entries<C>): ElementEntries<C> {
  return elements.get(tagName) ?? others;
}

function entriesOf<C>(visitors: readonly Visitor<C>[]): Entries<C> {
  const asked = visitors.flatMap(({ enter = {}, leave = {} }) => [...Object.keys(enter), ...Object.keys(leave)]);
  return {
    elements: new Map(asked.map((tagName) => [tagName, elementEntries(visitors, tagName)])),
    others: elementEntries(visitors, "*"),
    texts: entriesIn(visitors.map(({ text }) => [text])),
    comments: entriesIn(visitors.map(({ comment }) => [comment])),
  };
}

function elementEntries<C>(visitors: readonly Visitor<C>[], tagName: string): ElementEntries<C> {
  const ofTable = (table: ElementTable<C> = {}) =>
    (tagName === "*" ? ["*"] : ["*", tagName]).map((name) => (Object.hasOwn(table, name) ? table[name] : undefined));
  return {
    entering: entriesIn(visitors.map(({ enter }) => ofTable(enter))),
    leaving: entriesIn(visitors.map(({ leave }) => ofTable(leave))),
  };
}

/** By the rank of their visitor. */
function entriesIn<N extends Nodes, C>(
  handlers: readonly (readonly (Handler<N, C> | undefined)[])[],
): readonly Entry<N, C>[] {
  return handlers.flatMap((some, rank) => some.flatMap((handler) => (handler ? [{ rank, handler }] : [])));
}
