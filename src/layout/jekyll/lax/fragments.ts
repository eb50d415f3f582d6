/*
 * The pieces that Ruby's Liquid cuts the text of a tag into where it does not keep to the grammar. The rules are those of
 * Liquid 5's lax mode, found out by comparing with it.
 */

/** A quoted text, or signs up to a blank, comma or pipe; quotes within keep what they hold together. */
export const fragment = `(?:"[^"]*"|'[^']*'|(?:[^\\s,|'"]|"[^"]*"|'[^']*')+)`;

/** `name: value`, as loops and filters have it. */
export const attribute = `\\w+\\s*:\\s*${fragment}`;

/** All matches of the first group of a pattern with the flag `g`. */
export function groups(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}
