import { REMOVE } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

/** What the author's mark becomes; the excerpt step takes it out. */
export const MORE = "more";

const known = new Set(["more", "excerpt", "break", "endexcerpt", "end_excerpt", "truncate"]);

/** Comments go, but for the one by which the author ended the excerpt: `<!--more-->` or the separator that is set. */
export const comments: Step = {
  name: "comments",
  visitor: {
    comment(comment, article) {
      if (!isMark(comment.value, article)) return REMOVE;
      comment.value = MORE;
      return undefined;
    },
  },
};

function isMark(value: string, article: Article): boolean {
  const text = value.trim().toLowerCase();
  const separator = article.document.frontMatter.excerptSeparator ?? article.options.excerptSeparator;
  // WordPress takes further words for those of the link.
  return (
    known.has(text.split("/")[0]!.trim()) ||
    text.startsWith("more ") ||
    `<!--${text}-->` === separator.toLowerCase().replace(/\s+/g, "")
  );
}
