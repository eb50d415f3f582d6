import type { Nodes } from "hast";
import { visibleText } from "../html/query.js";
import { stopWords } from "./stop-words.js";
import { textBlocks } from "./text-blocks.js";

/** Topics that are kept of a post. */
const MOST = 12;

/** Characters of text that are looked at. */
const TEXT = 6000;

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
  // Of a title that the text does not come back to, most pairs lie across two words.
  for (const word of wordsOf(title)) if (wide.test(word) && weights.get(word)! <= IN_TITLE + 1) weights.set(word, 2);
  const found = [...weights].filter(([word, weight]) => weight > 1 && !stopWords.has(word));
  found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return joinPairs(found.slice(0, 2 * MOST)).slice(0, MOST);
}

function beginning(tree: Nodes): string {
  let text = "";
  for (const block of textBlocks(tree)) {
    text += `${visibleText(block)}\n`;
    if (text.length >= TEXT) break;
  }
  return text.slice(0, TEXT);
}

const narrow = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}`;
const latin = new RegExp(`[${narrow}][${narrow}\\d_]*(?:[.-]*[${narrow}\\d_+#])*`, "gu");
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wideRuns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** Characters of grammar: a pair with one of them is hardly part of a word. */
const grammar = new Set("的了是在和与及或也都就而把被们这那我你他她它很吗呢吧啊着到为以于之其所么个不没のはをがにでと");

/**
 * Words with blanks around them, and of Chinese and Japanese every pair of characters: a dictionary (`Intl.Segmenter`)
 * takes more time for a post than parsing it.
 */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of text.match(latin) ?? []) {
    const folded = word.toLowerCase();
    if (folded.length > 2 && folded.length < 30) words.push(folded);
  }
  for (const run of text.match(wideRuns) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      if (!grammar.has(run[at]!) && !grammar.has(run[at + 1]!)) words.push(run.slice(at, at + 2));
    }
  }
  return words;
}

/** Pairs that always came together are one word: `羊皮` and `皮纸` are `羊皮纸`. */
function joinPairs(found: readonly (readonly [string, number])[]): string[] {
  const words: { text: string; readonly weight: number }[] = [];
  for (const [text, weight] of found) {
    const isPair = wide.test(text);
    const before = isPair && words.find((word) => word.weight === weight && word.text.at(-1) === text[0]);
    const behind = isPair && words.find((word) => word.weight === weight && word.text[0] === text.at(-1));
    if (before) before.text += text.slice(1);
    else if (behind) behind.text = text[0] + behind.text;
    else words.push({ text, weight });
  }
  return words.map(({ text }) => text);
}
