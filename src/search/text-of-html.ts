import { decodeHTML } from "entities";

/*
 * What a reader sees of a finished body. The body was printed by this program, so its tags need no parser; the browser
 * (`assets/search.js`) takes the same from the page.
 */

const hidden = /<(script|style|template|noscript)\b[\s\S]*?<\/\1>/g;
const formula = /<math\b[\s\S]*?<\/math>/g;
const annotation = /<annotation\b[^>]*>([\s\S]*?)<\/annotation>/;
const isSpecial = /<(?:script|style|template|noscript|math)\b/;
/** Where one block ends and another begins, words do not run together. */
const isBlock =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig\w+|h[1-6r]|li|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))$/;
const heading = /<h([1-6])\b[\s\S]*?<\/h\1>/g;

export function textOfHtml(html: string): string {
  const seen = withoutTags(isSpecial.test(html) ? withoutSpecial(html) : html);
  return seen.includes("&") ? decodeHTML(seen) : seen;
}

function withoutSpecial(html: string): string {
  return html.replace(hidden, "").replace(formula, (whole) => annotation.exec(whole)?.[1] ?? whole);
}

/** Goes from tag to tag, which takes a fraction of the time of replacing them by expressions. */
function withoutTags(html: string): string {
  let text = "";
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    const end = endOfTag(html, open);
    text += html.slice(at, open);
    if (startsBlock(html, open)) text += " ";
    // What is no tag is text.
    if (end === undefined) text += "<";
    at = end ?? open + 1;
  }
  return text + html.slice(at);
}

/** Where the tag that begins at an index is over; nothing where it is no tag. */
function endOfTag(html: string, open: number): number | undefined {
  for (let at = open + 1; at < html.length; at += 1) {
    const unit = html.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit === LESS) return undefined;
    if (unit !== QUOTE && unit !== APOSTROPHE) continue;
    at = html.indexOf(unit === QUOTE ? '"' : "'", at + 1);
    if (at < 0) return undefined;
  }
  return undefined;
}

const [QUOTE, APOSTROPHE, SLASH, LESS, GREATER] = [0x22, 0x27, 0x2f, 0x3c, 0x3e];

function startsBlock(html: string, open: number): boolean {
  const start = html.charCodeAt(open + 1) === SLASH ? open + 2 : open + 1;
  let end = start;
  while (isWordUnit(html.charCodeAt(end))) end += 1;
  return isBlock.test(html.slice(start, end));
}

/** `\w`. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f
  );
}

export function headingsOfHtml(html: string): string {
  return Array.from(html.matchAll(heading), ([whole]) => textOfHtml(whole)).join(" ");
}
