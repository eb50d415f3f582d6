import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { findElements, isBlank, isElement, stringAttribute, visibleText } from "../../html/query.js";
import type { Heading } from "../../model/post.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/**
 * Headings start at h2 under the page's h1 and skip no level on the way down; each has an id, and other ids that it had
 * (of empty anchors in it) stay as link targets.
 */
export const headings: Step = {
  name: "headings",
  transform(tree, article) {
    const found = findElements(tree, isHeading);
    if (found.length === 0) return;
    for (const heading of found) dropOwnLinks(heading, article);
    rebase(found, article);
    nameThem(tree, found);
    article.headings = namedHeadings(found);
  },
};

/** Links to the heading itself, which generators put beside it as a sign. */
function dropOwnLinks(heading: Element, article: Article): void {
  const kept = heading.children.filter((child) => {
    const isSign = isElement(child, "a") && /^#./.test(stringAttribute(child, "href") ?? "");
    return !isSign || !/^\s*[¶§#🔗∞⚓]\ufe0f?\s*$/u.test(visibleText(child));
  });
  if (kept.length === heading.children.length || kept.every(isBlank)) return;
  article.record("headings", "remove", "link of a heading to itself");
  heading.children = kept;
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName);
}

function depthOf(element: Element): number {
  return Number(element.tagName[1]);
}

/** The levels that are in use become 2, 3, 4 …: an article that uses h1 and h4 has two levels, not four. */
function rebase(found: readonly Element[], article: Article): void {
  const open: { from: number; to: number }[] = [];
  for (const heading of found) {
    const depth = depthOf(heading);
    while (open.length > 0 && open.at(-1)!.from >= depth) open.pop();
    const to = Math.min(6, (open.at(-1)?.to ?? 1) + 1);
    const above = open.at(-1);
    if (above && depth > above.from + 1) {
      const sample = `h${above.from} → h${depth}: ${visibleText(heading)}`;
      article.record("headings", "rewrite", "skipped level", { sample });
    }
    open.push({ from: depth, to });
    heading.tagName = `h${to}`;
  }
}

function nameThem(tree: Root, found: readonly Element[]): void {
  const slugger = new GithubSlugger();
  for (const element of findElements(tree, (element) => element.properties.id !== undefined)) {
    slugger.occurrences[String(element.properties.id)] = 0;
  }
  for (const heading of found) {
    heading.properties.id ??= ownAnchor(heading) ?? slugger.slug(visibleText(heading).trim() || "section");
  }
}

/** The id of an empty anchor in the heading, which moves to the heading itself. */
function ownAnchor(heading: Element): string | undefined {
  const index = heading.children.findIndex(
    (child) => isElement(child, "a", "span") && child.children.length === 0 && anchorName(child) !== undefined,
  );
  if (index < 0) return undefined;
  const anchor = heading.children[index] as Element;
  heading.children.splice(index, 1);
  return anchorName(anchor);
}

function anchorName(element: Element): string | undefined {
  if (element.properties.href !== undefined) return undefined;
  return stringAttribute(element, "id") || stringAttribute(element, "name") || undefined;
}

function namedHeadings(found: readonly Element[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (const element of found) {
    const heading = toHeading(element);
    if (heading.text !== "") headings.push(heading);
  }
  return headings;
}

function toHeading(element: Element): Heading {
  return {
    id: String(element.properties.id),
    text: visibleText(element).replace(/\s+/g, " ").trim(),
    depth: depthOf(element),
  };
}
