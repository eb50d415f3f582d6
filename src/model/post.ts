import type { FrontMatter } from "./front-matter.js";
import type { Message } from "./message.js";

/**
 * A processed post: a small summary that the main thread keeps. Its finished HTML is stored apart and read when a page
 * needs it, so nothing here grows with the body.
 */
export interface Post {
  /** Relative to the site's source, with `/`. */
  readonly path: string;
  /** Hash of the file's bytes and of everything else that the processing depends on. */
  readonly hash: string;
  readonly frontMatter: FrontMatter;
  readonly title: string;
  /** Milliseconds since the epoch, UTC. */
  readonly date: number;
  readonly updated?: number;
  /** From the front matter or the file name, never empty, Unicode kept. */
  readonly slug: string;
  /** As the author names it. */
  readonly lang?: string;
  /** Where the author names none: what the text plainly is in, if that is not the site's language. Addresses do not follow it. */
  readonly textLang?: string;
  /** Plain text: the author's description, or the first sentences that carry the post. */
  readonly description: string;
  /** Clean HTML up to the author's excerpt mark, or the first paragraph. */
  readonly excerptHtml: string;
  readonly cover?: { readonly src: string; readonly alt?: string; readonly caption?: string };
  readonly headings: readonly Heading[];
  /**
   * The local URLs of the body, in order. The stored HTML holds the mark of an index in this list instead of the URL (see
   * `html/marks.ts`), so that what depends on other posts and on the base path is filled in later.
   */
  readonly urls: readonly LocalUrl[];
  /** Pairs: an id as it was written, and as the page has it. Links of other posts follow. */
  readonly renamedIds?: readonly (readonly [string, string])[];
  /** Words that tell this post from others, the most telling first, folded; at most 12. */
  readonly topics: readonly string[];
  readonly wordCount: number;
  /** Whole minutes, at least 1. */
  readonly readingMinutes: number;
  /** URL of the place where the post was first published, if known. */
  readonly source?: string;
  /** Cleanups that recognised the body, with the sign that gave it away. */
  readonly origins: readonly { readonly cleanup: string; readonly sign: string }[];
  readonly changes: readonly Change[];
  readonly hasCode: boolean;
  readonly messages: readonly Message[];
}

export interface Heading {
  readonly id: string;
  readonly text: string;
  /** 2 to 6: the page's title is the only h1. */
  readonly depth: number;
}

/** A URL of the body that may lead to this site. */
export interface LocalUrl {
  readonly url: string;
  readonly use: "link" | "image";
  /**
   * Of the only address of an `img`: whether its author says how large it is shown, in CSS pixels where that is a width.
   * Missing for addresses that have others beside them, of a `srcset` or a `picture`.
   */
  readonly alone?: "unsized" | "sized" | number;
}

/** What a step did to a body, summed up by rule. */
export interface Change {
  readonly step: string;
  /** Selector or name of the rule. */
  readonly rule: string;
  readonly action: "remove" | "unwrap" | "replace" | "rewrite";
  readonly count: number;
  /** Characters of visible text that went away with the removals, all together. */
  readonly lostText: number;
  /** A few characters of the first thing that was changed. */
  readonly sample: string;
}
