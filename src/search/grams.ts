import { BLANK, type Folded, isWide } from "./fold.js";

/*
 * Grams: the pieces by which posts are found. Wherever a wide character stands, it and its neighbour; within and between
 * narrow words, three characters; where a word begins, a blank and its first two. So every text of two wide or three narrow
 * characters has a gram, wherever it is cut out, and no dictionary of any language is needed.
 */

/** Bits of a gram's code, which is a hash: two grams may share one, and then a reader sees a post too many at worst. */
export const CODE_BITS = 30;

/** The code of a gram of up to three units; those that it lacks are 0. */
export function gramCode(first: number, second: number, third: number): number {
  let code = Math.imul(first, 0x9e3779b1);
  code = Math.imul(code ^ (code >>> 15) ^ second, 0x85ebca6b);
  code = Math.imul(code ^ (code >>> 13) ^ third, 0xc2b2ae35);
  return (code ^ (code >>> 16)) >>> (32 - CODE_BITS);
}

let room = new Uint32Array(1 << 14);

/** An array for so many codes, which is used again. */
function roomFor(most: number): Uint32Array {
  if (room.length < most) room = new Uint32Array(most * 2);
  return room;
}

/** The codes of a text's grams, in order, with repetitions. They are in an array that the next call uses again. */
export function gramsOf({ units, length }: Folded): Uint32Array {
  const codes = roomFor(length * 2);
  let count = 0;
  // Before the text stands nothing, and behind it a blank.
  let before = BLANK;
  for (let at = 0; at < length; at += 1) {
    const first = units[at]!;
    const second = at + 1 < length ? units[at + 1]! : 0;
    if (isWide(first)) {
      if (second !== 0) codes[count++] = gramCode(first, second, 0);
    } else if (first !== BLANK) {
      const isAlone = second === 0 || isWide(second);
      if (before === BLANK || isWide(before)) codes[count++] = gramCode(BLANK, first, isAlone ? BLANK : second);
      const third = at + 2 < length ? units[at + 2]! : 0;
      if (isWide(second)) codes[count++] = gramCode(first, second, 0);
      else if (second !== 0 && third !== 0 && third !== BLANK && !isWide(third))
        codes[count++] = gramCode(first, second, third);
    }
    before = first;
  }
  return codes.subarray(0, count);
}

/** The codes of the single wide characters of a text, in the same array: titles and headings are found by one, too. */
export function singlesOf({ units, length }: Folded): Uint32Array {
  const codes = roomFor(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) if (isWide(units[at]!)) codes[count++] = gramCode(units[at]!, 0, 0);
  return codes.subarray(0, count);
}
