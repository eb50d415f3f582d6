import type { Element, Root } from "hast";
import { findElement, findElements, stringAttribute, visibleText } from "../../html/query.js";
import { schemeOf, withoutTracking, withPlainScheme } from "../../html/urls.js";
import { createWalk, UNWRAP } from "../../html/walk.js";
import { decodePercent } from "../../lib/percent.js";
import type { Heading } from "../../model/post.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/**
 * Links say where they lead and nothing about the reader; every link within the page has its target, however the two were
 * spelled.
 */
export const links: Step = {
  name: "links",
  transform(tree, article) {
    const anchors = findElements(tree, (element) => element.tagName === "a" || element.tagName === "area");
    if (anchors.length === 0) return;
    for (const anchor of anchors) tidy(anchor, article);
    connectFragments(tree, anchors, article);
  },
};

function tidy(anchor: Element, article: Article): void {
  const href = stringAttribute(anchor, "href")?.trim();
  delete anchor.properties.target;
  delete anchor.properties.rel;
  if (href === undefined) return;
  const clean = withoutTracking(withPlainScheme(href));
  if (clean !== href) article.record("links", "rewrite", "tracking parameters", { sample: href });
  anchor.properties.href = clean;
  if (schemeOf(clean)?.startsWith("http")) anchor.properties.rel = ["noopener"];
  nameByAddress(anchor, clean);
}

/** A link of nothing but a picture that says nothing would have no name: readers who see no pictures get its address, or the name of its file. */
function nameByAddress(anchor: Element, href: string): void {
  const isPicture = findElement(anchor, ({ tagName }) => tagName === "img") !== undefined;
  if (!isPicture || anchor.tagName !== "a" || visibleText(anchor).trim() !== "") return;
  const isSaid = ({ properties }: Element) => Boolean(String(properties.alt ?? "").trim() || properties.ariaLabel);
  if (isSaid(anchor) || findElement(anchor, isSaid)) return;
  const address = decodePercent(href.replace(/^[a-z]+:(?:\/\/)?/i, "").replace(/[?#].*$/s, ""));
  const file = address.slice(address.lastIndexOf("/") + 1);
  const name = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(file) ? file : address;
  if (name !== "") anchor.properties.ariaLabel = name.slice(0, MOST_OF_NAME);
}

const MOST_OF_NAME = 100;

/**
 * Gives each `#fragment` the exact spelling of the id that it means, or of the heading whose text it repeats. One that means
 * neither is no link any more; its text stays.
 */
function connectFragments(tree: Root, anchors: readonly Element[], article: Article): void {
  const local = anchors.filter((anchor) => stringAttribute(anchor, "href")?.startsWith("#"));
  if (local.length === 0) return;
  const ids = collectIds(tree);
  const nowhere = new Set<Element>();
  for (const anchor of local) {
    const fragment = stringAttribute(anchor, "href")!.slice(1);
    if (fragment === "" || fragment === "top") continue;
    const id = ids.get(fragment) ?? ids.get(foldId(fragment)) ?? headingOf(fragment, article.headings);
    if (id !== undefined) anchor.properties.href = `#${encodeURIComponent(id)}`;
    else {
      article.record("links", "unwrap", "link to nowhere in the page", { sample: `#${fragment}` });
      delete anchor.properties.href;
      nowhere.add(anchor);
    }
  }
  if (nowhere.size > 0) unwrapDead(tree, nowhere);
}

/** An id is a reason to stay. */
const unwrapDead = createWalk<ReadonlySet<Element>>([
  { enter: { a: (anchor, dead) => (dead.has(anchor) && anchor.properties.id === undefined ? UNWRAP : undefined) } },
]);

/** Other programs named headings by their text in other ways: with numbers before it, or with other signs between the words. */
function headingOf(fragment: string, headings: readonly Heading[]): string | undefined {
  const wanted = lettersOf(decodePercent(fragment));
  if (wanted === "") return undefined;
  const same = headings.find(({ text }) => lettersOf(text) === wanted);
  const numbered = same ?? headings.find(({ text }) => withoutNumber(text) === withoutNumber(decodePercent(fragment)));
  return numbered?.id;
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A text of nothing but a number is itself. */
function withoutNumber(text: string): string {
  const letters = lettersOf(text);
  return letters.replace(/^\p{N}+(?=\p{L})/u, "");
}

/** Every spelling under which an id may be meant → the id. An `<a name>` becomes an id on the way. */
function collectIds(tree: Root): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const named = findElements(
    tree,
    (element) =>
      element.properties.id !== undefined || (element.tagName === "a" && element.properties.name !== undefined),
  );
  for (const element of named) {
    const name = element.tagName === "a" ? stringAttribute(element, "name") : undefined;
    element.properties.id ??= name;
    const id = String(element.properties.id);
    for (const spelling of [id, name, foldId(id), name && foldId(name)]) {
      if (spelling && !ids.has(spelling)) ids.set(spelling, id);
    }
  }
  return ids;
}

function foldId(id: string): string {
  return decodePercent(id)
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, "")
    .toLowerCase();
}
