import { countWords, type WordCount } from "../lib/words.js";

/** What tells the language of a post that does not name its own. */
export interface LanguageSigns {
  readonly title: string;
  readonly description: string;
  /** Its first sentences: they hold no code, which says nothing of the language around it. */
  readonly text: string;
  /** Of the whole text. */
  readonly count: WordCount;
}

/** So many English words, or characters of Chinese, that it is no name or quotation. */
const ENOUGH = 30;

/** Characters of the text that are looked at. */
const BEGINNING = 300;

const english = /\b(?:the|of|and|to|is|in|that|for|it|with|you|this)\b/gi;
const kana = /[\u3041-\u30ff]/g;

/**
 * The language of a text that is plainly in another script than the language expected of it: `en`, `zh` or `ja`. Nothing
 * where there is any doubt. Fonts, line breaks, justification and screen readers go by it.
 */
export function textLanguage({ title, description, text, count }: LanguageSigns, expected: string): string | undefined {
  const begin = `${description} ${text.slice(0, BEGINNING)}`;
  const wide = countWords(`${title} ${begin}`).characters;
  if (/^(?:zh|ja)\b/i.test(expected)) {
    const isLatin = wide === 0 && count.words >= ENOUGH && count.characters < count.words / 50;
    return isLatin && (begin.match(english)?.length ?? 0) >= 3 ? "en" : undefined;
  }
  if (wide < ENOUGH || count.characters < count.words) return undefined;
  return (begin.match(kana)?.length ?? 0) > wide / 10 ? "ja" : "zh";
}
