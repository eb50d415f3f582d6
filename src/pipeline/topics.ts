import { createPairCounts } from "./pair-counts.js";
import { stopWords } from "./stop-words.js";

/** Topics that are kept of a post. */
const MOST = 12;

/** Characters of text that are looked at. */
export const TOPIC_TEXT = 6000;

/** What a word counts in the title and in a heading; in the text it counts 1. */
const IN_TITLE = 6;
const IN_HEADING = 2;

/** The words that tell this post from others, the most telling first, folded; at most 12. */
export function topicsOf(
  title: string,
  headings: readonly { readonly text: string }[],
  text: string,
): readonly string[] {
  const words = new Map<string, number>();
  pairs.clear();
  const count = (part: string, weight: number) => {
    for (const word of wordsOf(part)) words.set(word, (words.get(word) ?? 0) + weight);
    eachPair(part, (first, second) => pairs.add(first, second, weight));
  };
  count(title, IN_TITLE);
  count(headings.map(({ text }) => text).join("\n"), IN_HEADING);
  count(text.slice(0, TOPIC_TEXT), 1);
  const found = [...words, ...lessOfTitle(pairs.above(1), title)].filter(
    ([word, weight]) => weight > 1 && !stopWords.has(word),
  );
  found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return joinPairs(found.slice(0, 2 * MOST)).slice(0, MOST);
}

/** Used for one post after the other. */
const pairs = createPairCounts();

/** Of a title that the text does not come back to, most pairs lie across two words. */
function lessOfTitle(found: readonly [string, number][], title: string): readonly [string, number][] {
  return found.map(([pair, weight]) => [pair, weight <= IN_TITLE + 1 && title.includes(pair) ? 2 : weight]);
}

const narrow = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}`;
const latin = new RegExp(`[${narrow}][${narrow}\\d_]*(?:[.-]*[${narrow}\\d_+#])*`, "gu");
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wideRuns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** Characters of grammar: a pair with one of them is hardly part of a word. */
const grammar = new Set("的了是在和与及或也都就而把被们这那我你他她它很吗呢吧啊着到为以于之其所么个不没のはをがにでと");

/** Words with blanks around them. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of text.match(latin) ?? []) {
    const folded = word.toLowerCase();
    if (folded.length > 2 && folded.length < 30) words.push(folded);
  }
  return words;
}

/**
 * Of Chinese and Japanese every pair of characters: a dictionary (`Intl.Segmenter`) takes more time for a post than parsing
 * it.
 */
function eachPair(text: string, meet: (first: number, second: number) => void): void {
  for (const run of text.match(wideRuns) ?? []) {
    let before = grammar.has(run[0]!) ? 0 : run.charCodeAt(0);
    for (let at = 1; at < run.length; at += 1) {
      const unit = grammar.has(run[at]!) ? 0 : run.charCodeAt(at);
      if (before !== 0 && unit !== 0) meet(before, unit);
      before = unit;
    }
  }
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
