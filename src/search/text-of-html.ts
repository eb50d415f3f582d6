import { decodeHTML } from "entities";

/*
 * What a reader sees of a finished body. The body was printed by this program, so its tags need no parser; the browser
 * (`assets/search.js`) takes the same from the page.
 */

const hidden = /<(script|style|template|noscript)\b[\s\S]*?<\/\1>/g;
const formula = /<math\b[\s\S]*?<\/math>/g;
const annotation = /<annotation\b[^>]*>([\s\S]*?)<\/annotation>/;
/** Where one block ends and another begins, words do not run together. */
const block =
  /<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig\w+|h[1-6r]|li|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))\b/g;
const tag = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const heading = /<h([1-6])\b[\s\S]*?<\/h\1>/g;

export function textOfHtml(html: string): string {
  const seen = html
    .replace(hidden, "")
    .replace(formula, (whole) => annotation.exec(whole)?.[1] ?? whole)
    .replace(block, " $&")
    .replace(tag, "");
  return seen.includes("&") ? decodeHTML(seen) : seen;
}

export function headingsOfHtml(html: string): string {
  return Array.from(html.matchAll(heading), ([whole]) => textOfHtml(whole)).join(" ");
}
