import { defaultConfig } from "./config/defaults.js";
import { fillMarks } from "./html/marks.js";
import { loadDocument } from "./loader/load.js";
import type { Message } from "./model/message.js";
import type { Change, Heading } from "./model/post.js";
import { processDocument } from "./pipeline/process.js";

export interface CleanHtmlOptions {
  /** BCP 47 tag of the text, for what depends on the language. Default: `en`. */
  readonly lang?: string;
  /** `false` keeps tags and attributes that the allow-list does not name. Only for HTML that you trust. Default: `true`. */
  readonly sanitize?: boolean;
  /** Adds the classes of syntax highlighting to code. Default: `true`. */
  readonly highlight?: boolean;
  /** Name for messages. Default: `input.html`. */
  readonly path?: string;
}

export interface CleanHtml {
  readonly html: string;
  /** From the page itself, or undefined. */
  readonly title: string | undefined;
  /** URL where the page was first published, if it gives that away. */
  readonly source: string | undefined;
  readonly headings: readonly Heading[];
  /** HTML: up to the author's mark, or the first paragraph. */
  readonly excerpt: string;
  /** What was taken out, by rule, with the number of lost characters. */
  readonly removed: readonly Change[];
  readonly messages: readonly Message[];
}

/**
 * Cleans the HTML of an article as `pumice build` does, front matter allowed: finds the article in its page, drops what is no
 * content, restores code, formulas and figures, repairs Chinese spacing, sanitizes. Synchronous; never throws for bad input.
 */
export function cleanHtml(html: string, options: CleanHtmlOptions = {}): CleanHtml {
  const { lang = "en", sanitize = true, highlight = true, path = "input.html" } = options;
  const pipeline = { ...defaultConfig().pipeline, lang, sanitize, highlight };
  const document = loadDocument({ path, bytes: Buffer.from(html), folder: "posts" }, pipeline);
  const processed = processDocument(document, "", pipeline);
  const { post } = processed;
  return {
    html: fillMarks(
      processed.html,
      post.urls.map(({ url }) => url),
    ),
    title: post.title,
    source: post.source,
    headings: post.headings,
    excerpt: post.excerptHtml,
    removed: post.changes.filter(({ action }) => action === "remove"),
    messages: post.messages,
  };
}
