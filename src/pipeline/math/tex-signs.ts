/*
 * What tells TeX from prose that happens to stand between dollars.
 */

const signs = /\\[a-zA-Z]+|[\^_=<>+×÷±≤≥≠≈∈→]|\\\\/;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}，。；：！？、]/u;
const sentence = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;

/** Whether something in it is written in TeX or as an equation. */
export function hasTexSigns(tex: string): boolean {
  return signs.test(tex);
}

/** Whether it has Chinese, Japanese or Korean letters outside of `\text{…}`. */
export function hasCjk(tex: string): boolean {
  return cjk.test(tex) && cjk.test(tex.replace(/\\(?:text\w*|mbox|mathrm)\s*\{[^{}]*\}/g, ""));
}

/** `$$…$$`, which means little else. `wanted` is what the author says of the post: maths or none, or nothing. */
export function isLikelyBetweenDoubles(tex: string, wanted: boolean | undefined): boolean {
  return hasTexSigns(tex) || (!hasCjk(tex) && (wanted === true || /^[^\s"'`]{1,20}$/.test(tex.trim())));
}

/** `\[…\]` and `\(…\)`, which are also plain brackets that some exporter has escaped. */
export function isLikelyBetweenBrackets(tex: string, wanted: boolean | undefined): boolean {
  return hasTexSigns(tex) || (wanted === true && !hasCjk(tex) && !/^\d*$/.test(tex.trim()));
}

/** `$…$`: between single dollars there is mostly prose and money. */
export function isLikelyBetweenSingles(tex: string, wanted: boolean | undefined): boolean {
  if (hasCjk(tex) || /^[\d,.]+(?:\s|$)/.test(tex)) return false;
  if (wanted) return true;
  return /^[a-zA-Z]$/.test(tex) || (hasTexSigns(tex) && !sentence.test(tex));
}

/** Prose that an old renderer took for a formula, because the author wrote two dollars: no sign of TeX, but of a sentence. */
export function isProse(tex: string): boolean {
  return !hasTexSigns(tex) && (hasCjk(tex) || /(?:^|[^\\])%/.test(tex) || sentence.test(tex));
}
