/*
 * How characters stand to the spaces beside them. Chinese and Japanese are written without spaces; Korean is not, so Hangul
 * counts as narrow here.
 */

/** Han, Kana and Bopomofo, full-width letters and digits included. */
export function isWideLetter(code: number): boolean {
  if (code < 0x2e80) return false;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3040 && code <= 0x312f) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x31a0 && code <= 0x31ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    (code >= 0xff66 && code <= 0xff9d) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Full-width punctuation, which brings its own space. The ideographic space is none. */
export function isWideMark(code: number): boolean {
  if (code < 0x3001) return false;
  return (
    (code <= 0x303f && !isWideLetter(code)) ||
    (code >= 0xfe10 && code <= 0xfe1f) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff01 && code <= 0xffef && !isWideLetter(code))
  );
}

/** Quotes, dashes and dots that Chinese and Latin share: they go with what is beside them. */
const shared = new Set([..."‘’“”…—·×"].map((character) => character.codePointAt(0)!));

const closing = new Set([...",.;:!?)]}%’”"].map((character) => character.codePointAt(0)!));
const opening = new Set([..."([{‘“"].map((character) => character.codePointAt(0)!));

/** Blanks that an author set on purpose: the no-break and the ideographic one. */
export function isHardSpace(code: number): boolean {
  return code === 0xa0 || code === 0x3000;
}

/** Two characters with white space between them that holds a line break. */
export interface Gap {
  readonly left: number;
  readonly right: number;
  /** The character after `right`, 0 where there is none. */
  readonly next: number;
  /** Whether a tag stands in the gap. */
  readonly atTag: boolean;
}

/**
 * Whether the line break between two characters is no space of the text: one that a pretty-printer has put around a tag, or
 * that breaks a line of Chinese. Between two Latin words it always is a space.
 */
export function isFalseSpace({ left, right, next, atTag }: Gap): boolean {
  if (isHardSpace(left) || isHardSpace(right)) return true;
  const leftWide = isWideLetter(left) || isWideMark(left);
  const rightWide = isWideLetter(right) || isWideMark(right);
  if (leftWide && rightWide) return true;
  if (leftWide || rightWide) {
    return atTag || isWideMark(left) || isWideMark(right) || shared.has(left) || shared.has(right);
  }
  if (!atTag) return false;
  return opening.has(left) || (closing.has(right) && !isAsciiWord(next));
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
