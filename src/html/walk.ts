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

interface Entry<C> {
  readonly rank: number;
  readonly handler: ElementHandler<C>;
}

/** Merges visitors into one traversal, to be used many times. Handlers of the same node run in the order of the list. */
export function createWalk<C>(visitors: readonly Visitor<C>[]): Walk<C> {
  const entering = createLookup(visitors, "enter");
  const leaving = createLookup(visitors, "leave");

  return (tree, context) => {
    const parents: Parent[] = [];
    const place = { parents, index: 0 };

    function visitChildren(parent: Parent): void {
      parents.push(parent);
      const before = parent.children as RootContent[];
      let after: RootContent[] | undefined;
      for (let index = 0; index < before.length; index += 1) {
        const node = before[index]!;
        place.index = index;
        const outcome = visit(node, 0);
        if (outcome === undefined) after?.push(node);
        else {
          after ??= before.slice(0, index);
          after.push(...outcome);
        }
      }
      if (after) parent.children = after as typeof parent.children;
      parents.pop();
    }

    /** What takes the node's place, or nothing if it stays. */
    function visit(node: RootContent, fromRank: number): readonly RootContent[] | undefined {
      if (node.type === "element") return visitElement(node, fromRank);
      for (let rank = fromRank; rank < visitors.length; rank += 1) {
        const visitor = visitors[rank]!;
        const outcome =
          node.type === "text"
            ? visitor.text?.(node, context, place)
            : node.type === "comment"
              ? visitor.comment?.(node, context, place)
              : undefined;
        if (outcome !== undefined) return replace(node, outcome, rank + 1);
      }
      return undefined;
    }

    function visitElement(element: Element, fromRank: number): readonly RootContent[] | undefined {
      const index = place.index;
      let rank = fromRank;
      let tagName = element.tagName;
      let entries = entering(tagName);
      for (let next = 0; next < entries.length; next += 1) {
        const entry = entries[next]!;
        if (entry.rank < rank) continue;
        const outcome = entry.handler(element, context, place);
        if (outcome !== undefined) return replace(element, outcome, entry.rank + 1);
        if (element.tagName !== tagName) {
          // Renamed: the following steps see it under its new name.
          tagName = element.tagName;
          rank = entry.rank + 1;
          entries = entering(tagName);
          next = -1;
        }
      }
      visitChildren(element);
      place.index = index;
      return leave(element);
    }

    function leave(element: Element): readonly RootContent[] | undefined {
      for (const entry of leaving(element.tagName)) {
        const outcome = entry.handler(element, context, place);
        if (outcome === REMOVE) return [];
        if (outcome === UNWRAP) return element.children;
        if (outcome !== undefined) return outcome;
      }
      return undefined;
    }

    function replace(node: RootContent, outcome: Outcome, fromRank: number): readonly RootContent[] {
      if (outcome === REMOVE) return [];
      const nodes = outcome === UNWRAP ? ((node as Element).children as RootContent[]) : (outcome as RootContent[]);
      // The children of an unwrapped element have met no handler yet.
      const rank = outcome === UNWRAP ? 0 : fromRank;
      return nodes.flatMap((child) => visit(child, rank) ?? [child]);
    }

    visitChildren(tree);
  };
}

function createLookup<C>(visitors: readonly Visitor<C>[], when: "enter" | "leave") {
  const lookup = new Map<string, readonly Entry<C>[]>();
  const known = new Set(visitors.flatMap((visitor) => Object.keys(visitor[when] ?? {})));
  const collect = (tagName: string): readonly Entry<C>[] =>
    visitors.flatMap((visitor, rank) =>
      (tagName === "*" ? ["*"] : ["*", tagName]).flatMap((name) => {
        const handler = visitor[when] && Object.hasOwn(visitor[when], name) ? visitor[when][name] : undefined;
        return handler ? [{ rank, handler }] : [];
      }),
    );
  const others = collect("*");
  for (const tagName of known) if (tagName !== "*") lookup.set(tagName, collect(tagName));
  return (tagName: string): readonly Entry<C>[] => lookup.get(tagName) ?? others;
}
