import type { Element, ElementContent, Root, RootContent } from "hast";
import { findElement, isBlank, isElement, visibleText } from "../html/query.js";
import { compileSelector, type Selector } from "../html/selector.js";
import type { Article } from "./article.js";
import type { Cleanup } from "./cleanup.js";
import { cleanups } from "./cleanups/index.js";
import { sameTitle } from "./steps/title.js";

interface Sign {
  readonly cleanup: Cleanup;
  readonly selector: Selector;
  /** Of several signs on one element the first counts. */
  readonly rank: number;
}

/** Signs by what they ask for: few elements have any of it. */
interface Signs {
  readonly byProperty: ReadonlyMap<string, readonly Sign[]>;
  readonly byClass: ReadonlyMap<string, readonly Sign[]>;
  readonly byId: ReadonlyMap<string, readonly Sign[]>;
  readonly byName: ReadonlyMap<string, readonly Sign[]>;
}

function signsOf(cleanups: readonly Cleanup[]): Signs {
  const selectors = cleanups.flatMap((cleanup) =>
    cleanup.detect.flatMap((sign) => (typeof sign === "string" ? [{ cleanup, selector: compileSelector(sign) }] : [])),
  );
  const ofAnyName = selectors.filter(({ selector }) => selector.tagName === "*");
  const signs = [...ofAnyName, ...selectors.filter(({ selector }) => selector.tagName !== "*")].map((sign, rank) => ({
    ...sign,
    rank,
  }));
  const by = (keyOf: (selector: Selector) => string | undefined) => {
    const table = new Map<string, Sign[]>();
    for (const sign of signs) {
      const key = keyOf(sign.selector);
      if (key !== undefined) table.set(key, [...(table.get(key) ?? []), sign]);
    }
    return table;
  };
  return {
    byProperty: by(({ asks }) => (asks?.value === undefined ? asks?.property : undefined)),
    byClass: by(({ asks }) => (asks?.property === "className" ? asks.value : undefined)),
    byId: by(({ asks }) => (asks?.property === "id" ? asks.value : undefined)),
    byName: by(({ asks, tagName }) => (asks ? undefined : tagName)),
  };
}
/** Where a cleanup recognised the body first. */
interface Finding {
  readonly element: Element;
  readonly sign: Sign;
}

type Findings = Map<Cleanup, Finding>;

function look(parent: Root | Element, signs: Signs, findings: Findings): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    lookAt(child, signs, findings);
    look(child, signs, findings);
  }
}

function lookAt(element: Element, signs: Signs, findings: Findings): void {
  tryEach(signs.byName.get(element.tagName), element, findings);
  for (const property in element.properties) {
    tryEach(signs.byProperty.get(property), element, findings);
    const value = element.properties[property];
    if (property === "id") tryEach(signs.byId.get(String(value)), element, findings);
    else if (property === "className" && Array.isArray(value)) {
      for (const name of value) tryEach(signs.byClass.get(String(name)), element, findings);
    }
  }
}

function tryEach(signs: readonly Sign[] | undefined, element: Element, findings: Findings): void {
  if (signs === undefined) return;
  for (const sign of signs) {
    const { cleanup, selector, rank } = sign;
    const isName = selector.tagName === "*" || selector.tagName === element.tagName;
    if (!isName || !selector.matches(element)) continue;
    const known = findings.get(cleanup);
    if (!known || (known.element === element && known.sign.rank > rank)) findings.set(cleanup, { element, sign });
  }
}

interface Origins {
  readonly cleanups: readonly Cleanup[];
  readonly signs: Signs;
}

const builtIn: Origins = { cleanups, signs: signsOf(cleanups) };

/** What Pumice's own cleanups look for in texts, all of it in any case, as one expression: most texts have none, and are read once to know that. */
const anyText = new RegExp(
  cleanups.flatMap(({ detect }) => detect.flatMap((sign) => (sign instanceof RegExp ? sign.source : []))).join("|"),
  "i",
);
const withOwn = new WeakMap<readonly Cleanup[], Origins>();

/** The site's own come first: where two cleanups touch the same element, the first one has it. */
function originsWith(own: readonly Cleanup[] | undefined): Origins {
  if (own === undefined) return builtIn;
  const all = [...own, ...cleanups];
  const origins = withOwn.get(own) ?? { cleanups: all, signs: signsOf(all) };
  withOwn.set(own, origins);
  return origins;
}

/** The cleanups that recognise the body, in the order of their list, behind the site's own; several may. */
export function recogniseOrigins(article: Article, own?: readonly Cleanup[]): readonly Cleanup[] {
  const { cleanups, signs } = originsWith(own);
  const findings: Findings = new Map();
  look(article.tree, signs, findings);
  const { body } = article.document;
  const mayHaveSigns = own !== undefined || anyText.test(body);
  return cleanups.filter((cleanup) => {
    const sign = (mayHaveSigns ? textSign(cleanup, body) : undefined) ?? findings.get(cleanup)?.sign.selector.source;
    if (sign !== undefined) article.origins.push({ cleanup: cleanup.name, sign });
    return sign !== undefined || cleanup.detect.length === 0;
  });
}

/** What in the text of the body gives the origin away. */
function textSign({ detect }: Cleanup, body: string): string | undefined {
  for (const sign of detect) {
    const match = sign instanceof RegExp ? sign.exec(body) : null;
    if (match) return `the text ${match[0].slice(0, 40).replace(/\s+/g, " ").trim()}`;
  }
  return undefined;
}

/** Takes the article out of the page that was saved around it. */
export function takeArticle(article: Article, recognised: readonly Cleanup[]): void {
  for (const cleanup of recognised) cleanup.read?.(article.tree, article);
  for (const { name, article: places = [], overflow } of recognised) {
    for (const place of places) {
      const selector = selectorOf(place);
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

const selectors = new Map<string, Selector>();

/** Compiled once: there are no more than the cleanups name. */
function selectorOf(source: string): Selector {
  const selector = selectors.get(source) ?? compileSelector(source);
  selectors.set(source, selector);
  return selector;
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
