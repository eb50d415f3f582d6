import type { FrontMatter } from "./front-matter.js";
import type { Message } from "./message.js";

/** A source file after loading: front matter understood, body untouched. */
export interface Document {
  /** Relative to the site's source, with `/`: `posts/2025-02-26-aigc.md`. */
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** Text after the front matter, with `\n` line ends and without a byte order mark. */
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly bodyKind: BodyKind;
  readonly messages: readonly Message[];
}

/** Decided by looking at the body, never by the extension alone: `.md` files of the wild often hold pure HTML. */
export type BodyKind = "html" | "markdown";
