import { missingFrom } from "./fold.mjs";

/** @import { CodeBlock, Kept, Sample } from "./model.d.ts" */

/**
 * Compares blocks of code line by line. A block of the source may be a part of a longer one of the page: old editors wrote one
 * `<pre>` per line.
 * @param {readonly CodeBlock[]} source @param {readonly CodeBlock[]} page @param {(line: string) => string} fold
 * @returns {{ kept: Kept, samples: Sample[] }} counted in lines
 */
export function compareCode(source, page, fold) {
  const shown = page.map((block) => ({ lines: block.lines, from: 0, used: false }));
  /** @type {CodeBlock[]} */
  const open = [];
  for (const block of source) {
    const whole = shown.find((other) => !other.used && isSame(block, other.lines, fold));
    if (whole === undefined) open.push(block);
    else whole.used = true;
  }
  const parts = shown.filter((other) => !other.used);
  /** @type {Sample[]} */
  const samples = [];
  let lost = 0;
  for (const block of open) {
    if (parts.some((other) => takePart(block, other, fold))) continue;
    const lines = linesLost(block, parts, fold);
    lost += lines.length;
    for (const line of lines.slice(0, 3)) samples.push({ kind: "code", sample: line === "" ? "(blank line)" : line });
  }
  const total = source.reduce((sum, block) => sum + shape(block.lines, block, fold).length, 0);
  return { kept: { source: total, lost }, samples };
}

/** @param {CodeBlock} block @param {readonly string[]} lines @param {(line: string) => string} fold */
function isSame(block, lines, fold) {
  const own = shape(block.lines, block, fold).join("\n");
  return own === shape(lines, block, fold).join("\n");
}

/** @param {readonly string[]} lines @param {CodeBlock} block @param {(line: string) => string} fold */
function shape(lines, block, fold) {
  const folded = lines.map((line) => fold(line).trimEnd());
  if (block.loose === "no") return folded;
  return folded.filter((line) => line !== "").map((line) => withoutLoose(line, block));
}

/** @param {string} line @param {CodeBlock} block */
function withoutLoose(line, { loose }) {
  if (loose === "all blanks") return line.replace(/\s/g, "");
  return loose === "indentation" ? line.trimStart() : line;
}

/**
 * Takes a block out of a longer one, from where the block before it ended.
 * @param {CodeBlock} block @param {{ lines: readonly string[], from: number }} other @param {(line: string) => string} fold
 */
function takePart(block, other, fold) {
  const own = shape(block.lines, block, fold);
  const lines = other.lines.map((line) => withoutLoose(fold(line).trimEnd(), block));
  for (let start = other.from; start + own.length <= lines.length; start += 1) {
    const length = matchLength(own, lines, start, block.loose !== "no");
    if (length < 0) continue;
    other.from = start + length;
    return true;
  }
  return false;
}

/** Lines that the match takes, or -1. @param {readonly string[]} own @param {readonly string[]} lines @param {number} start @param {boolean} skipBlank */
function matchLength(own, lines, start, skipBlank) {
  let at = start;
  for (const line of own) {
    while (skipBlank && at > start && lines[at] === "") at += 1;
    if (lines[at] !== line) return -1;
    at += 1;
  }
  return at - start;
}

/**
 * What to blame: lines that no block of the page has, or the first line when only their order or blank ones differ.
 * @param {CodeBlock} block @param {readonly { lines: readonly string[] }[]} others @param {(line: string) => string} fold
 */
function linesLost(block, others, fold) {
  const own = shape(block.lines, block, fold);
  const lines = missingFrom(
    own,
    others.flatMap((other) => shape(other.lines, block, fold)),
  );
  return lines.length > 0 ? lines : own.slice(0, 1);
}
