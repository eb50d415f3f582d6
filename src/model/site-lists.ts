import type { Message } from "./message.js";

/** What `pumice list` can tell of a site. Tools rely on the names of the rows' keys. */
export interface SiteLists {
  /** Absolute path of the site. */
  readonly source: string;
  readonly messages: readonly Message[];
  readonly posts: readonly PostRow[];
  readonly tags: readonly TagRow[];
  readonly redirects: readonly RedirectRow[];
  readonly urls: readonly UrlRow[];
}

export interface PostRow {
  /** Relative to the site. */
  readonly source: string;
  /** Relative to the destination. */
  readonly output: string;
  readonly permalink: string;
  readonly title: string;
  /** With offset. */
  readonly date: string;
  readonly updated: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly draft: boolean;
}

export interface TagRow {
  readonly name: string;
  /** `null` where the site has no page for it. */
  readonly permalink: string | null;
  readonly posts: number;
}

export interface RedirectRow {
  readonly from: string;
  readonly to: unknown;
}

export interface UrlRow {
  /** Whole where the configuration says the site's own address. */
  readonly url: string;
  readonly permalink: string;
  readonly output: string;
  readonly kind: string;
}
