import type { Config } from "./config.js";
import type { Document } from "./document.js";
import type { Message } from "./message.js";
import type { Post } from "./post.js";
import type { Taxonomy } from "./taxonomy.js";

/** The whole site as a model: what the page kinds, emitters and checks read. */
export interface Site {
  readonly config: Config;
  /** Published posts, newest first. */
  readonly posts: readonly SitePost[];
  /** The owner's standalone pages. */
  readonly documents: readonly Document[];
  readonly taxonomies: readonly Taxonomy[];
  /** `data/` as layouts see it: `site.data`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Newest date of a post, or 0: the site's clock, so that the same posts always give the same bytes. */
  readonly lastModified: number;
  readonly messages: readonly Message[];
}

/** A post in its place among the others. */
export interface SitePost {
  readonly post: Post;
  /** Unique site path without the base path, percent-encoded. */
  readonly permalink: string;
  /** File in the destination, decoded. */
  readonly output: string;
  readonly newer?: SitePost;
  readonly older?: SitePost;
}
