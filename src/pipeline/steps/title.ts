import type { Element, Root } from "hast";
import { isBlank, isElement, visibleText } from "../../html/query.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** The page's own h1 is the only one: a heading at the start of the body that says the title again goes. */
export const title: Step = {
  name: "title",
  transform(tree, article) {
    const first = firstBlock(tree);
    if (!isElement(first, "h1", "h2", "h3", "h4", "h5")) return;
    const text = visibleText(first).replace(/\s+/g, " ").trim();
    const known = article.document.frontMatter.title ?? article.pageTitle;
    const isTitle = known === undefined ? first.tagName === "h1" : sameTitle(known, text);
    if (!isTitle || !text) return;
    article.pageTitle ??= text;
    tree.children = tree.children.filter((child) => child !== first);
    article.record("title", "remove", "title said again", { sample: text });
  },
};

/** The first thing that shows, inside of lone wrappers too. */
function firstBlock(tree: Root): Element | undefined {
  const child = tree.children.find((node) => !isBlank(node));
  return isElement(child) ? child : undefined;
}

/** Equal but for case, punctuation and white space: platforms cut characters out of front matter titles. */
export function sameTitle(one: string, other: string): boolean {
  const fold = (text: string): string =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/^\d{4}-\d{2}-\d{2}-/, "")
      .replace(/[^\p{L}\p{N}]+/gu, "");
  const folded = fold(one);
  return folded !== "" && folded === fold(other);
}

/** Prefers the page's spelling where both say the same, since front matter often lost punctuation. */
export function chooseTitle(article: Article): string | undefined {
  const { frontMatter } = article.document;
  const { pageTitle } = article;
  if (frontMatter.title === undefined) return pageTitle;
  return pageTitle && sameTitle(frontMatter.title, pageTitle) ? pageTitle : frontMatter.title;
}
