/*
 * Text as search sees it: folded characters (NFKD, lower case, no Latin accents), one blank between two narrow words, and
 * nothing at all beside a wide character, whatever stood there: `使用 Python，做` is `使用python做`. `assets/search.js` does the
 * same in the browser.
 */

/** Han, Kana, Hangul and all else from there on, surrogates included: written without blanks, searched by pairs. */
const firstWide = 0x2e80;

export const BLANK = 0x20;

export function isWide(unit: number): boolean {
  return unit >= firstWide;
}

/** Folded UTF-16 units; those behind `length` mean nothing. */
export interface Folded {
  readonly units: Uint16Array;
  readonly length: number;
}

/** The folded units are in an array that the next call uses again. */
export function foldText(text: string): Folded {
  const source = text.normalize("NFC");
  reserve(source.length * 2);
  // In a variable of the function, since this loop runs for every character of the archive.
  let room = units;
  let length = 0;
  let gap = false;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    let folded = simple[unit]!;
    if (folded === unknown) folded = learn(unit);
    if (folded < several) {
      if (gap && needsBlank(room, length, folded)) room[length++] = BLANK;
      gap = false;
      room[length++] = folded;
    } else if (folded === separator) {
      if (!gap && length > 0 && isSuffix(unit, room[length - 1]!)) room[length++] = unit;
      else gap = true;
    } else if (folded === several) {
      const character = String.fromCodePoint(source.codePointAt(index)!);
      index += character.length - 1;
      reserve(length + (source.length - index) * 2 + 64);
      room = units;
      for (const part of foldCharacter(character)) {
        if (part === " ") {
          gap = true;
          continue;
        }
        if (gap && needsBlank(room, length, part.charCodeAt(0))) room[length++] = BLANK;
        gap = false;
        for (let at = 0; at < part.length; at += 1) room[length++] = part.charCodeAt(at);
      }
    }
  }
  return { units: room, length };
}

/** Whether a blank stands between what is there and a unit behind a gap: between two narrow ones. */
function needsBlank(units: Uint16Array, length: number, unit: number): boolean {
  return length > 0 && !isWide(unit) && !isWide(units[length - 1]!);
}

/** `C++` and `C#` are words. */
function isSuffix(unit: number, previous: number): boolean {
  return (unit === 0x2b || unit === 0x23) && !isWide(previous) && previous !== BLANK;
}

/** What a character counts as: letters, `" "` for one that separates, nothing for one that is not there. */
function foldCharacter(character: string): string {
  const folded = character
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return folded.replace(/[\ufe00-\ufe0f\p{Cf}]/gu, "").replace(/[^\p{L}\p{N}\p{M}]/gu, " ");
}

let units = new Uint16Array(1 << 16);

function reserve(size: number): void {
  if (size <= units.length) return;
  const larger = new Uint16Array(size * 2);
  larger.set(units);
  units = larger;
}

/* What single units fold to, learnt when they first come: another unit, or one of these. */
const several = 0x10000;
const separator = 0x10001;
const skipped = 0x10002;
const unknown = 0x10003;
const simple = new Uint32Array(0x10000).fill(unknown);

function learn(unit: number): number {
  const folded = foldCharacter(String.fromCharCode(unit));
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  if (isHalf || folded.length > 1) simple[unit] = several;
  else simple[unit] = folded === "" ? skipped : folded === " " ? separator : folded.charCodeAt(0);
  return simple[unit]!;
}
