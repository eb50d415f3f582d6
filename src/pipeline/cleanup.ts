import type { Root, RootContent } from "hast";
import type { ElementTable } from "../html/walk.js";
import type { Article } from "./article.js";

/**
 * What an origin leaves in its pages, and what to do with it. All selectors are compound ones (`html/selector.ts`); only
 * those of a site's own cleanups may remove and unwrap by any selector (`query-cleanup.ts`).
 */
export interface Cleanup {
  readonly name: string;
  /** Signs of this origin; one is enough. None: it cleans every body. */
  readonly detect: readonly (string | RegExp)[];
  /** Where the article is, the best place first; what is outside is dropped. */
  readonly article?: readonly string[];
  /** From what is around the article: whether a node there is a part of it, which tags too many have put out. */
  readonly overflow?: (outside: Root) => ((node: RootContent) => boolean) | undefined;
  /** Reads the wrapper before the article is taken out of it: title, source. */
  readonly read?: (tree: Root, article: Article) => void;
  readonly remove?: readonly string[];
  readonly unwrap?: readonly string[];
  /** Before an element's children are met, and after. */
  readonly enter?: ElementTable<Article>;
  readonly leave?: ElementTable<Article>;
  /** For what needs the whole tree; runs before the walk of the tables. */
  readonly transform?: (tree: Root, article: Article) => void;
}
