import type { Nodes } from "hast";
import { isElement, visibleText } from "../html/query.js";
import type { Article } from "./article.js";
import { withoutBoilerplate } from "./boilerplate.js";
import { goesBeyond, lettersOf } from "./letters.js";
import { textBlocks } from "./text-blocks.js";

/** Longest description, in characters: what search results show of one. */
const LONGEST = 160;

/** Text beyond which no more blocks are read: enough to cut a sentence from. */
const ENOUGH = 2 * LONGEST;

/** The author's description, or the first sentences that carry the post; in either case whole words of one line. */
export function describe(article: Article): string {
  const written = oneLine(article.document.frontMatter.description ?? "");
  if (written && !isCutOff(written, article.text)) return shorten(written);
  return shorten(firstSentences(article.tree) || written || oneLine(article.text.slice(0, 2000)));
}

/**
 * Whether a description is a fragment that a platform made: the text up to some letter, a summary up to some letter, or a
 * title with search words behind it.
 */
function isCutOff(description: string, text: string): boolean {
  const letters = lettersOf(description);
  if (letters.length < 20 || /[。！？!?.”"』」）)]$/.test(description.replace(/(?:\.{3}|…+)$/, ""))) return false;
  if (/\p{Script=Han}_\p{L}/u.test(description)) return true;
  if (description.length >= 45 && /\p{Script=Han}[，。；：]/u.test(description)) return true;
  return goesBeyond(text, letters);
}

/** Paragraphs in their order, without headings, code, lists of links and what every post of a platform begins with. */
function firstSentences(tree: Nodes): string {
  let text = "";
  for (const block of textBlocks(tree)) {
    const words = withoutBoilerplate(oneLine(visibleText(block)));
    if (words === "" || isMostlyLinks(block, words)) continue;
    text += text === "" || /[。！？；：，]$/.test(text) ? words : ` ${words}`;
    if (text.length >= ENOUGH) break;
  }
  return text;
}

/** A table of contents, a list of further posts, "back to the first part". */
function isMostlyLinks(block: Nodes, words: string): boolean {
  return linkedLength(block) > 0.7 * words.length;
}

function linkedLength(node: Nodes): number {
  if (isElement(node, "a")) return visibleText(node).length;
  return "children" in node ? node.children.reduce((sum, child) => sum + linkedLength(child), 0) : 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
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
