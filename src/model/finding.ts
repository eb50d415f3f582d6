import type { Message } from "./message.js";

/** A message whose place in its file is still to be found, because a check sees no source text. */
export interface Finding extends Message {
  readonly near?: Near;
}

/** `key`: the line of that front matter key. `text`: the first of these spellings that is in the file. */
export type Near = { readonly key: string } | { readonly text: readonly string[] };
