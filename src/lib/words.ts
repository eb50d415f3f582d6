/** Han and Kana characters a reader takes in a minute, and words of other scripts. */
const CHARACTERS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 220;

export interface WordCount {
  readonly characters: number;
  readonly words: number;
}

/** Counts Han and Kana by the character and everything else by the word; `it's` and `pre-war` are one word each. */
export function countWords(text: string): WordCount {
  let characters = 0;
  let words = 0;
  /** What stood before: a word, a word and a sign that may join it to another, or neither. */
  let before = "gap" as "word" | "joined" | "gap";
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind === Kind.letter) {
      if (before === "gap") words += 1;
      before = "word";
    } else {
      if (kind === Kind.wide) characters += 1;
      before = kind === Kind.joiner && before === "word" ? "joined" : "gap";
    }
    // The other half of a character beyond the first 65,536.
    if (isHighSurrogate(text.charCodeAt(at)) && text.codePointAt(at)! > 0xffff) at += 1;
  }
  return { characters, words };
}

/** Whole minutes, at least one. */
export function readingMinutes({ characters, words }: WordCount): number {
  return Math.max(1, Math.round(characters / CHARACTERS_PER_MINUTE + words / WORDS_PER_MINUTE));
}

const Kind = { other: 1, letter: 2, wide: 3, joiner: 4 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letter = /[\p{L}\p{N}]/u;
const joiner = /['’.-]/;

/** What the first 65,536 characters are, learnt when they first come: asking a regular expression takes ten times longer. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit)) return kindOf(String.fromCodePoint(text.codePointAt(at)!));
  if (kinds[unit] === 0) kinds[unit] = kindOf(String.fromCharCode(unit));
  return kinds[unit] as Kind;
}

function kindOf(character: string): Kind {
  if (wide.test(character)) return Kind.wide;
  if (letter.test(character)) return Kind.letter;
  return joiner.test(character) ? Kind.joiner : Kind.other;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
