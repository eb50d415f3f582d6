const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026\u2014]/u;

/** Whether a character belongs to a script that has no spaces between words, its punctuation included. */
export function isCjk(character: string | undefined): boolean {
  return character !== undefined && cjk.test(character);
}
