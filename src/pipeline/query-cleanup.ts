import type { Element, Root } from "hast";
import { isCompound } from "../html/selector.js";
import { REMOVE, UNWRAP } from "../html/walk.js";
import type { Cleanup } from "./cleanup.js";

/** All elements of the tree that a selector finds, as `hast-util-select` has it. */
export type SelectAll = (selector: string, tree: Root) => readonly Element[];

/**
 * The cleanup with what it removes and unwraps by selectors that need more than a look at one element (`ul > li:first-child`):
 * those elements are found by one query each before the walk. Pumice's own cleanups do without, since a query costs a walk.
 */
export function withQueries(cleanup: Cleanup, selectAll: SelectAll): Cleanup {
  const { name, remove = [], unwrap = [], enter = {}, transform } = cleanup;
  const queries = [
    ...remove.map((selector) => ({ selector, action: "remove" as const })),
    ...unwrap.map((selector) => ({ selector, action: "unwrap" as const })),
  ].filter(({ selector }) => !isCompound(selector));
  if (queries.length === 0) return cleanup;
  const found = new WeakMap<Element, (typeof queries)[number]>();
  const { "*": everywhere, ...others } = enter;
  return {
    ...cleanup,
    remove: remove.filter(isCompound),
    unwrap: unwrap.filter(isCompound),
    transform: (tree, article) => {
      transform?.(tree, article);
      for (const query of queries) {
        for (const element of selectAll(query.selector, tree)) if (!found.has(element)) found.set(element, query);
      }
    },
    enter: {
      ...others,
      "*": (element, article, place) => {
        const query = found.get(element);
        if (!query) return everywhere?.(element, article, place);
        const { selector, action } = query;
        article.record(name, action, selector, action === "remove" ? { lost: element } : {});
        return action === "remove" ? REMOVE : UNWRAP;
      },
    },
  };
}
