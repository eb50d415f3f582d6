import type { CodePiece } from "./code-text.js";

/** Fewest lines that make a column: less could be a list of numbers. */
const FEWEST = 3;

const lineEnd: CodePiece = { text: "\n", className: undefined, within: undefined };

/**
 * Line numbers that stand in elements of their own at the start of each line, without a class that tells (cnblogs). They
 * are told by counting up by one; the code without them, or `undefined` where there are none.
 */
export function withoutNumberColumn(pieces: readonly CodePiece[]): readonly CodePiece[] | undefined {
  if (!/^\s*\d/.test(pieces[0]?.text ?? "")) return undefined;
  const lines = toLines(pieces);
  if (lines.length < FEWEST) return undefined;
  const first = Number.parseInt(lines[0]![0]?.text ?? "", 10);
  if (!lines.every((line, index) => isNumber(line[0], first + index))) return undefined;
  const code = lines.map((line) => line.slice(1));
  const apart = code.every(([first]) => first === undefined || first.text.startsWith(" "));
  return code.flatMap((line, index) => [...(index > 0 ? [lineEnd] : []), ...(apart ? withoutBlank(line) : line)]);
}

/** A blank stands between the number and the code. */
function withoutBlank([first, ...others]: readonly CodePiece[]): CodePiece[] {
  return first ? [{ ...first, text: first.text.slice(1) }, ...others] : [];
}

function isNumber(piece: CodePiece | undefined, expected: number): boolean {
  const digits = /^\s*(\d+)[:|]?\s*$/.exec(piece?.text ?? "")?.[1];
  return digits !== undefined && Number(digits) === expected;
}

function toLines(pieces: readonly CodePiece[]): CodePiece[][] {
  const lines: CodePiece[][] = [[]];
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text) lines.at(-1)!.push({ ...piece, text });
    }
  }
  return lines;
}
