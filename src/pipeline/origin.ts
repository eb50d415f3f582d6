import type { Element } from "hast";
import { findElement, isBlank } from "../html/query.js";
import { compileSelector, type Selector } from "../html/selector.js";
import { createWalk } from "../html/walk.js";
import type { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import { cleanups } from "./cleanups/index.js";

interface Sign {
  readonly cleanup: Cleanup;
  readonly selector: Selector;
}

const signs: readonly Sign[] = cleanups.flatMap((cleanup) =>
  cleanup.detect
    .filter((sign) => typeof sign === "string")
    .map((sign) => ({ cleanup, selector: compileSelector(sign) })),
);

const signsByTag = new Map<string, Sign[]>();
for (const sign of signs) {
  signsByTag.set(sign.selector.tagName, [...(signsByTag.get(sign.selector.tagName) ?? []), sign]);
}

/** One walk looks for the signs of all origins. */
const lookForSigns = createWalk<Map<Cleanup, string>>([
  {
    enter: Object.fromEntries(
      [...signsByTag].map(([tagName, candidates]) => [
        tagName,
        (element: Element, found: Map<Cleanup, string>): undefined => {
          for (const { cleanup, selector } of candidates) {
            if (!found.has(cleanup) && selector.matches(element)) found.set(cleanup, selector.source);
          }
        },
      ]),
    ),
  },
]);

/** The cleanups that recognise the body, in the order of their list; several may. */
export function recogniseOrigins(article: Article): readonly Cleanup[] {
  const found = new Map<Cleanup, string>();
  for (const cleanup of cleanups) {
    const sign = cleanup.detect.find((sign) => sign instanceof RegExp && sign.test(article.document.body));
    if (sign) found.set(cleanup, String(sign));
  }
  lookForSigns(article.tree, found);
  const recognised = cleanups.filter((cleanup) => cleanup.detect.length === 0 || found.has(cleanup));
  for (const cleanup of recognised) {
    if (found.has(cleanup)) article.origins.push({ cleanup: cleanup.name, sign: found.get(cleanup)! });
  }
  return recognised;
}

/** Takes the article out of the page that was saved around it. */
export function takeArticle(article: Article, recognised: readonly Cleanup[]): void {
  for (const cleanup of recognised) cleanup.read?.(article.tree, article);
  for (const { name, article: places = [] } of recognised) {
    for (const place of places) {
      const selector = compileSelector(place);
      const element = findElement(article.tree, selector.matches);
      if (!element) continue;
      article.record(name, "unwrap", `article in ${place}`);
      const { children } = element;
      element.children = [];
      if (!isBlank(article.tree)) article.record(name, "remove", `outside of ${place}`, { lost: article.tree });
      article.tree.children = children;
      return;
    }
  }
}
