import type { BodyKind } from "./document.js";
import type { Message } from "./message.js";
import type { Change, Post } from "./post.js";

/** Everything that Pumice can say about what it made of one file. */
export interface Explanation {
  /** Relative to the site's source where the file belongs to one, else as it was given. */
  readonly path: string;
  /** Absolute path of the site's folder, which the paths of messages are relative to. */
  readonly source: string;
  /** Pages are the owner's own: their bodies are not cleaned, so nothing below `fields` is known of them. */
  readonly kind: "post" | "draft" | "page";
  readonly bodyKind: BodyKind;
  /** 1-based line on which the body begins. */
  readonly bodyLine: number;
  readonly wordCount: number;
  /** The values of the model, each with its origin. */
  readonly fields: readonly ExplainedField[];
  /** Cleanups that recognised the body, with the sign that gave it away. */
  readonly origins: Post["origins"];
  readonly changes: readonly Change[];
  /** The changes that took visible text away; empty where the reader loses nothing. */
  readonly losses: readonly Change[];
  /** Said in place of `origins`, `changes` and `losses` where nothing is cleaned. */
  readonly note?: string;
  readonly messages: readonly Message[];
}

export interface ExplainedField {
  /** Name in the model; `extra.key` for a key that only layouts read. */
  readonly name: string;
  /** Plain data; dates are ISO 8601 in the site's time zone. */
  readonly value: unknown;
  /** `key "pubDate", line 4`, `file name`, `first heading`, `default` … */
  readonly from: string;
}
