import type { Element, ElementContent, Root, RootContent } from "hast";
import { findElement, isBlank, isElement, visibleText } from "../html/query.js";
import { compileSelector, mayMatch, type Selector } from "../html/selector.js";
import { createWalk } from "../html/walk.js";
import type { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import { cleanups } from "./cleanups/index.js";
import { sameTitle } from "./steps/title.js";

interface Sign {
  readonly cleanup: Cleanup;
  readonly selector: Selector;
}

/** Looks for the signs of many origins in one walk. */
type Look = (tree: Root, found: Map<Cleanup, string>) => void;

function createLook(cleanups: readonly Cleanup[]): Look {
  const signsByTag = new Map<string, Sign[]>();
  for (const cleanup of cleanups) {
    for (const sign of cleanup.detect) {
      if (typeof sign !== "string") continue;
      const selector = compileSelector(sign);
      signsByTag.set(selector.tagName, [...(signsByTag.get(selector.tagName) ?? []), { cleanup, selector }]);
    }
  }
  return createWalk<Map<Cleanup, string>>([
    {
      enter: Object.fromEntries(
        [...signsByTag].map(([tagName, candidates]) => {
          const asksAttributes = candidates.every(({ selector }) => selector.asksAttributes);
          return [
            tagName,
            (element: Element, found: Map<Cleanup, string>): undefined => {
              if (!mayMatch(element, asksAttributes)) return;
              for (const { cleanup, selector } of candidates) {
                if (!found.has(cleanup) && selector.matches(element)) found.set(cleanup, selector.source);
              }
            },
          ];
        }),
      ),
    },
  ]);
}

interface Origins {
  readonly cleanups: readonly Cleanup[];
  readonly look: Look;
}

const builtIn: Origins = { cleanups, look: createLook(cleanups) };
const withOwn = new WeakMap<readonly Cleanup[], Origins>();

/** The site's own come first: where two cleanups touch the same element, the first one has it. */
function originsWith(own: readonly Cleanup[] | undefined): Origins {
  if (own === undefined) return builtIn;
  const all = [...own, ...cleanups];
  const origins = withOwn.get(own) ?? { cleanups: all, look: createLook(all) };
  withOwn.set(own, origins);
  return origins;
}

/** The cleanups that recognise the body, in the order of their list, behind the site's own; several may. */
export function recogniseOrigins(article: Article, own?: readonly Cleanup[]): readonly Cleanup[] {
  const { cleanups, look } = originsWith(own);
  const found = new Map<Cleanup, string>();
  for (const cleanup of cleanups) {
    const sign = textSign(cleanup, article.document.body);
    if (sign !== undefined) found.set(cleanup, `the text ${sign.slice(0, 40).replace(/\s+/g, " ").trim()}`);
  }
  look(article.tree, found);
  const recognised = cleanups.filter((cleanup) => cleanup.detect.length === 0 || found.has(cleanup));
  for (const cleanup of recognised) {
    if (found.has(cleanup)) article.origins.push({ cleanup: cleanup.name, sign: found.get(cleanup)! });
  }
  return recognised;
}

/** What in the text of the body gives the origin away. */
function textSign({ detect }: Cleanup, body: string): string | undefined {
  for (const sign of detect) {
    const match = sign instanceof RegExp ? sign.exec(body) : null;
    if (match) return match[0];
  }
  return undefined;
}

/** Takes the article out of the page that was saved around it. */
export function takeArticle(article: Article, recognised: readonly Cleanup[]): void {
  for (const cleanup of recognised) cleanup.read?.(article.tree, article);
  for (const { name, article: places = [], overflow } of recognised) {
    for (const place of places) {
      const selector = compileSelector(place);
      const element = findElement(article.tree, selector.matches);
      if (!element) continue;
      article.record(name, "unwrap", `article in ${place}`);
      const { children } = element;
      element.children = [];
      const isOverflow = overflow?.(article.tree);
      if (isOverflow) takeOverflow(article, element, { children, isOverflow, name, place });
      leaveTitle(article);
      if (!isBlank(article.tree)) article.record(name, "remove", `outside of ${place}`, { lost: article.tree });
      article.tree.children = children;
      return;
    }
  }
}

/** The title around the article is no loss where the page shows it. */
function leaveTitle(article: Article): void {
  const { pageTitle } = article;
  const known = article.document.frontMatter.title ?? pageTitle;
  if (pageTitle === undefined || known === undefined || !sameTitle(known, pageTitle)) return;
  const heading = findElement(
    article.tree,
    (element) => /^h[1-3]$/.test(element.tagName) && sameTitle(visibleText(element), pageTitle),
  );
  if (heading) heading.children = [];
}

/** Puts what belongs to the article from before and behind its element to its children. */
function takeOverflow(
  article: Article,
  element: Element,
  how: {
    readonly children: ElementContent[];
    readonly isOverflow: (node: RootContent) => boolean;
    readonly name: string;
    readonly place: string;
  },
): void {
  const { children, isOverflow, name, place } = how;
  const { before, behind } = takeBeside(article.tree, element, isOverflow);
  const first = before[0] ?? behind[0];
  if (!first) return;
  const count = before.length + behind.length;
  article.record(name, "unwrap", `beside ${place}`, { count, sample: visibleText(first).trim() });
  children.unshift(...(before as ElementContent[]));
  children.push(...(behind as ElementContent[]));
}

interface Beside {
  readonly before: RootContent[];
  readonly behind: RootContent[];
}

/** Takes the nodes that pass a test out of the tree, all but those that the element stands in. */
function takeBeside(parent: Root | Element, element: Element, test: (node: RootContent) => boolean): Beside {
  const at = parent.children.findIndex((child) => child === element || (isElement(child) && contains(child, element)));
  const around = parent.children[at];
  if (!isElement(around)) return { before: [], behind: [] };
  const children = parent.children as RootContent[];
  const before = children.slice(0, at).filter(test);
  const behind = children.slice(at + 1).filter(test);
  const taken = new Set([...before, ...behind]);
  if (taken.size > 0) parent.children = children.filter((child) => !taken.has(child)) as typeof parent.children;
  if (around === element) return { before, behind };
  const inner = takeBeside(around, element, test);
  return { before: [...before, ...inner.before], behind: [...inner.behind, ...behind] };
}

function contains(around: Element, element: Element): boolean {
  return findElement(around, (inner) => inner === element) !== undefined;
}
