import type { Article } from "./article.js";

/** Longest description, in characters: what search results show of one. */
const LONGEST = 160;

/** The author's description, or the first sentences of the text; in either case whole words of one line. */
export function describe(article: Article): string {
  const { frontMatter } = article.document;
  const written = frontMatter.description?.replace(/\s+/g, " ").trim();
  if (written) return shorten(written);
  return shorten(article.text.slice(0, 2000).replace(/\s+/g, " ").trim());
}

/** Cuts at the end of a sentence if one is near, else between words, with an ellipsis. */
export function shorten(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf("。"), head.lastIndexOf("！"), head.lastIndexOf("？"), lastStop(head));
  if (sentence >= longest / 2) return head.slice(0, sentence + 1);
  const blank = head.lastIndexOf(" ");
  return `${wholeCharacters(blank >= longest * 0.8 ? head.slice(0, blank) : head).trimEnd()}…`;
}

function lastStop(text: string): number {
  return Math.max(text.lastIndexOf(". "), text.lastIndexOf("! "), text.lastIndexOf("? "));
}

/** Without half of a character that the cut went through. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}
