import type { Nodes } from "hast";
import { visibleText } from "../html/query.js";
import { stopWords } from "./stop-words.js";
import { textBlocks } from "./text-blocks.js";

/** Topics that are kept of a post. */
const MOST = 12;

/** Characters of text that are looked at, and Chinese ones among them: finding their words takes longest of all. */
const TEXT = 6000;
const CHINESE = 700;

/** What a word counts in the title and in a heading; in the text it counts 1. */
const IN_TITLE = 6;
const IN_HEADING = 2;

/** The words that tell this post from others, the most telling first, folded; at most 12. */
export function topicsOf(
  title: string,
  headings: readonly { readonly text: string }[],
  tree: Nodes,
): readonly string[] {
  const weights = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? 0) + weight);
  };
  count(title, IN_TITLE);
  count(headings.map(({ text }) => text).join("\n"), IN_HEADING);
  count(beginning(tree), 1);
  const found = [...weights].filter(([, weight]) => weight > 1);
  found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return found.slice(0, MOST).map(([word]) => word);
}

function beginning(tree: Nodes): string {
  let text = "";
  for (const block of textBlocks(tree)) {
    text += `${visibleText(block)}\n`;
    if (text.length >= TEXT) break;
  }
  return text.slice(0, TEXT);
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const narrow = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}`;
const latin = new RegExp(`[${narrow}][${narrow}\\d_]*(?:[.-]*[${narrow}\\d_+#])*`, "gu");
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(latin)) {
    const folded = word.toLowerCase();
    if (folded.length > 2 && folded.length < 30 && !stopWords.has(folded)) yield folded;
  }
  // Only what is Chinese or Japanese goes to the segmenter, which takes microseconds for a character.
  const runs = (text.match(wide) ?? []).join(" ").slice(0, CHINESE);
  if (runs === "") return;
  for (const { segment } of segmenter.segment(runs)) {
    if (segment.length > 1 && segment.length < 12 && !stopWords.has(segment)) yield segment;
  }
}
