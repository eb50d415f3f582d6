import type { Root } from "hast";
import type { Visitor } from "../html/walk.js";
import type { Article } from "./article.js";

/**
 * One thing that happens to a body. It sees this post and nothing else, so that its result can be cached.
 *
 * A `visitor` shares one traversal with the steps next to it in the list; a `transform` sees the whole tree.
 */
export type Step =
  | { readonly name: string; readonly visitor: Visitor<Article> }
  | { readonly name: string; readonly transform: (tree: Root, article: Article) => void };
