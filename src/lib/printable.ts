/**
 * Text from elsewhere, made fit for one line of a terminal: control characters, which could move the cursor or recolour the
 * screen, and direction marks, which could reorder the line, are shown as `\u{1b}`; line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, " ")
    .replace(unsafe, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

const unsafe = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
