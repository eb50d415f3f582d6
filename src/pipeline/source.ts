import { withoutMarks } from "../html/marks.js";
import type { Article } from "./article.js";
import { replaceShortcodes } from "./shortcodes.js";
import { releaseSwallowed } from "./swallowed.js";

/** The body as text, before anything is parsed: what the parser would misread is put right here, on the same lines. */
export function prepareSource(article: Article): string {
  const { document } = article;
  const body = replaceShortcodes(withoutMarks(document.body), document.bodyKind, article);
  return document.bodyKind === "html" ? releaseSwallowed(body, article) : body;
}
