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
  countWords(title, IN_TITLE, words);
  for (const heading of headings) countWords(heading.text, IN_HEADING, words);
  countWords(text.slice(0, TOPIC_TEXT), 1, words);
  return joinPairs(heaviest(words, title, 2 * MOST), MOST);
}

interface Topic {
  readonly word: string;
  readonly weight: number;
}

/** Used for one post after the other. */
const pairs = createPairCounts();

/** Of a title that the text does not come back to, most pairs lie across two words. */
function lessOfTitle(pair: string, weight: number, title: string): number {
  return weight <= IN_TITLE + 1 && title.includes(pair) ? 2 : weight;
}

/**
 * The first so many words and pairs by weight. A post has hundreds, most of which weigh too little to be put in order, or even
 * to be made into text: so the heavy ones are looked at first, and all only where too few of them are left.
 */
function heaviest(words: ReadonlyMap<string, number>, title: string, most: number): readonly Topic[] {
  let found: readonly Topic[] = [];
  for (const above of [IN_TITLE, 3, 1]) {
    found = topicsAbove(above, words, title);
    if (found.length >= most) break;
  }
  return [...found].sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, most);
}

function topicsAbove(least: number, words: ReadonlyMap<string, number>, title: string): readonly Topic[] {
  const found: Topic[] = [];
  for (const [word, weight] of words) if (weight > least && !stopWords.has(word)) found.push({ word, weight });
  for (const [pair, full] of pairs.above(least)) {
    const weight = lessOfTitle(pair, full, title);
    if (weight > least && !stopWords.has(pair)) found.push({ word: pair, weight });
  }
  return found;
}

const narrow = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}`;
const beginsLatin = new RegExp(`[${narrow}]`, "u");
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Characters of grammar: a pair with one of them is hardly part of a word. */
const grammar = new Set("的了是在和与及或也都就而把被们这那我你他她它很吗呢吧啊着到为以于之其所么个不没のはをがにでと");

/**
 * Words with blanks around them, and of Chinese and Japanese every pair of characters: a dictionary (`Intl.Segmenter`) takes
 * more time for a post than parsing it.
 */
function countWords(text: string, weight: number, words: Map<string, number>): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === Kind.wide && before !== 0) pairs.add(before, unit, weight);
    before = kind === Kind.wide ? unit : 0;
    if (kind !== Kind.narrow) continue;
    const end = endOfWord(text, at);
    if (end - at > 2 && end - at < 30) {
      const word = text.slice(at, end).toLowerCase();
      words.set(word, (words.get(word) ?? 0) + weight);
    }
    at = end - 1;
  }
}

/** Where the word that begins at a place ends: `C++`, `node.js`, `utf-8`. An expression with so many letters would be slow. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.narrow || kind === Kind.inner) end = at + 1;
    else if (kind !== Kind.joiner) break;
  }
  return end;
}

/** `inner` and `joiner` do not begin a word, and a joiner does not end it. */
const Kind = { other: 1, narrow: 2, wide: 3, inner: 4, joiner: 5 } as const;

/** What the first 65,536 characters are, learnt when they first come; half a character beyond them is none. */
const kinds = new Uint8Array(0x10000);

const kindOf = (unit: number): number => kinds[unit] || learn(unit);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const isWide = wide.test(character) && !grammar.has(character);
  kinds[unit] = isWide ? Kind.wide : beginsLatin.test(character) ? Kind.narrow : kindOfSign(character);
  return kinds[unit];
}

function kindOfSign(character: string): number {
  if (/[\d_+#]/.test(character)) return Kind.inner;
  return character === "." || character === "-" ? Kind.joiner : Kind.other;
}

/** Pairs that always came together are one word: `羊皮` and `皮纸` are `羊皮纸`. */
function joinPairs(found: readonly Topic[], most: number): readonly string[] {
  const words: { text: string; readonly weight: number }[] = [];
  for (const { word: text, weight } of found) {
    const isPair = wide.test(text);
    const before = isPair && words.find((word) => word.weight === weight && word.text.at(-1) === text[0]);
    const behind = isPair && words.find((word) => word.weight === weight && word.text[0] === text.at(-1));
    if (before) before.text += text.slice(1);
    else if (behind) behind.text = text[0] + behind.text;
    else words.push({ text, weight });
  }
  const topics: string[] = [];
  for (const { text } of words) if (topics.length < most) topics.push(text);
  return topics;
}
