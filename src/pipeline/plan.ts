import type { Root } from "hast";
import { selectorTable } from "../html/selector.js";
import { createWalk, REMOVE, UNWRAP, type Visitor } from "../html/walk.js";
import type { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import type { Step } from "./step.js";

type Pass = (tree: Root, article: Article) => void;

/** Steps that stand next to each other and bring tables share one walk. */
export function createPlan(steps: readonly Step[]): readonly Pass[] {
  const passes: Pass[] = [];
  let visitors: Visitor<Article>[] = [];
  const closeWalk = (): void => {
    if (visitors.length > 0) passes.push(createWalk(visitors));
    visitors = [];
  };
  for (const step of steps) {
    if ("visitor" in step) visitors.push(step.visitor);
    else {
      closeWalk();
      passes.push(step.transform);
    }
  }
  closeWalk();
  return passes;
}

/** A cleanup as steps: what it removes and unwraps by selector, its tables, and its look at the whole tree before them. */
export function stepsOfCleanup(cleanup: Cleanup): readonly Step[] {
  const { name, remove = [], unwrap = [], enter, leave, transform } = cleanup;
  const steps: Step[] = [];
  if (transform) steps.push({ name, transform });
  if (remove.length > 0) {
    steps.push({
      name,
      visitor: {
        enter: selectorTable(remove, (element, selector, article) => {
          article.record(name, "remove", selector, { lost: element });
          return REMOVE;
        }),
      },
    });
  }
  if (unwrap.length > 0) {
    steps.push({
      name,
      visitor: {
        enter: selectorTable(unwrap, (_element, selector, article) => {
          article.record(name, "unwrap", selector);
          return UNWRAP;
        }),
      },
    });
  }
  if (enter || leave) steps.push({ name, visitor: { ...(enter ? { enter } : {}), ...(leave ? { leave } : {}) } });
  return steps;
}
