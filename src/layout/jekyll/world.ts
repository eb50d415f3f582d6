import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";

/**
 * Writes a tag about the text that is being rendered; `read` gives what Liquid sees of it by a name, `lookUp` the value of an
 * expression where the tag stands.
 */
export type HeadTag = (
  text: JekyllText | undefined,
  markup: string,
  read: (name: string) => unknown,
  lookUp: (expression: string) => unknown,
) => string;

/** What Liquid's tags, filters and drops can ask of the site that is being rendered. */
export interface World {
  readonly site: JekyllSite;
  /** The text that is being rendered: it decides what relative includes and related posts are. */
  current: JekyllText | undefined;
  readonly markdown: (text: string) => string;
  /** Smart quotes and dashes only. */
  readonly smartQuotes: (text: string) => string;
  /** Code as HTML with Rouge's classes. */
  readonly highlight: (code: string, language: string) => string;
  /** Sass to CSS. Throws a `UserError` when Sass is not installed. */
  readonly sass: (text: string, syntax: "scss" | "indented") => string;
  /** The excerpt of a text as HTML, rendered when it is first asked for. */
  readonly excerpt: (text: JekyllText) => string;
  /** Notes that the current text was made with another file. */
  readonly depend: (path: string) => void;
  readonly report: (message: Message) => void;
  /** What plugins say about a page in its head: `{% seo %}` and `{% feed_meta %}`. */
  readonly head: Readonly<Record<string, HeadTag>>;
}
