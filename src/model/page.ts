import type { PagePost } from "./page-post.js";

/**
 * A page of the site, as data: everything that its layout may see is in it or in the site's globals, so the page's content
 * depends on nothing else.
 */
export interface Page {
  readonly kind: PageKindName;
  /** Site path without the base path, percent-encoded: `/2025/02/26/aigc.html`, `/tags/c/`. */
  readonly permalink: string;
  /** File in the destination, decoded, with `/`. */
  readonly output: string;
  readonly title: string;
  readonly layout: string;
  readonly lang: string;
  /** Source file that the page comes from, for messages. */
  readonly source?: string;
  readonly body: PageBody;
  /** Further variables of `page` in the layout: plain data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The posts that the page lists, and where the page stands among its siblings. */
  readonly list?: { readonly posts: readonly PostLink[]; readonly pager: Pager };
  /** Kept out of the sitemap. */
  readonly noindex: boolean;
  /** For the sitemap: milliseconds since the epoch. */
  readonly lastModified?: number;
}

export type PageKindName =
  | "post"
  | "home"
  | "archive"
  | "term"
  | "taxonomy"
  | "standalone"
  | "redirect"
  | "search"
  | "not-found";

export type PageBody =
  | { readonly type: "none" }
  /** The stored HTML of a post, its marks to be replaced by `urls` (site paths or whole URLs, in order). */
  | {
      readonly type: "post";
      readonly post: PagePost;
      readonly urls: readonly string[];
      /** By the index of a picture's URL: the size of its file, and the narrower files that there are of it. */
      readonly pictures?: Readonly<Record<number, Readonly<Record<string, string | number>>>>;
    }
  /** Trusted text of the site's owner: Liquid, then Markdown when `markdown` is set. */
  | { readonly type: "source"; readonly text: string; readonly markdown: boolean };

/** What a list shows of a post. URLs are site paths without the base path. */
export interface PostLink {
  readonly title: string;
  readonly url: string;
  /** ISO 8601 in the site's time zone, with offset; empty where posts have no dates. */
  readonly date: string;
  readonly updated?: string;
  readonly description: string;
  readonly lang?: string;
  readonly pinned: boolean;
  readonly readingMinutes: number;
  readonly cover?: PageCover;
  readonly tags: readonly TermLink[];
  readonly categories: readonly TermLink[];
}

/** A post's picture. */
export interface PageCover {
  /** Site path without the base path, or whole URL. */
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  /** Pixels, where the file is known. */
  readonly width?: number;
  readonly height?: number;
  /** Ready for the attribute, base path included; missing where there is nothing to choose from. */
  readonly srcset?: string;
}

export interface TermLink {
  readonly name: string;
  readonly url: string;
  readonly count?: number;
}

/** Jekyll's `paginator`, under its names. */
export interface Pager {
  /** 1-based. */
  readonly page: number;
  readonly perPage: number;
  readonly totalPosts: number;
  readonly totalPages: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
  readonly firstUrl: string;
  readonly lastUrl: string;
}
