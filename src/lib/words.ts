const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** Han and Kana characters a reader takes in a minute, and words of other scripts. */
const CHARACTERS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 220;

export interface WordCount {
  readonly characters: number;
  readonly words: number;
}

/** Counts Han and Kana by the character and everything else by the word. */
export function countWords(text: string): WordCount {
  const characters = text.match(han)?.length ?? 0;
  const rest = characters > 0 ? text.replace(han, " ") : text;
  return { characters, words: rest.match(word)?.length ?? 0 };
}

/** Whole minutes, at least one. */
export function readingMinutes({ characters, words }: WordCount): number {
  return Math.max(1, Math.round(characters / CHARACTERS_PER_MINUTE + words / WORDS_PER_MINUTE));
}
