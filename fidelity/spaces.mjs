import { BLOCK_END, OBJECT } from "./read.mjs";

const HAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const WIDE = "，。；：！？、（）《》〈〉【】「」『』〔〕“”‘’…—～·￥";
const SPACE = new RegExp(`([${HAN}${WIDE}])([ \\t\\n\\f\\r]+)(?=([${HAN}${WIDE}]))`, "gu");
/** How far the neighbours of a space may be, with the indentation of a pretty-printer between. */
const REACH = 80;
const IS_HAN = new RegExp(`[${HAN}]`, "u");

/**
 * Spaces between Chinese characters of the page that no author wrote: in the source there is none, or the line break of a
 * pretty-printer.
 * @param {string} source prose @param {string} page prose
 * @returns {string[]} each with its neighbours
 */
export function falseSpaces(source, page) {
  const meant = new Set(
    spacesIn(source)
      .filter((space) => !space.breaks)
      .map((space) => space.around),
  );
  return spacesIn(page)
    .map((space) => space.around)
    .filter((around) => !meant.has(around));
}

/** @param {string} prose */
function spacesIn(prose) {
  /** @type {{ around: string, breaks: boolean }[]} */
  const spaces = [];
  const text = prose.replace(/[\u200b\ufeff\u2060]/g, "");
  for (const match of text.matchAll(SPACE)) {
    const [, before = "", blank = "", after = ""] = match;
    if (!IS_HAN.test(before + after)) continue;
    const start = match.index + before.length;
    const left = nearestBlock(text.slice(Math.max(0, start - REACH), start), -1);
    const right = nearestBlock(text.slice(start + blank.length, start + blank.length + REACH), 0);
    spaces.push({ around: `${left.slice(-3)} ${right.slice(0, 3)}`, breaks: blank.includes("\n") });
  }
  return spaces;
}

/** The text next to a space, as far as its block goes. @param {string} text @param {0 | -1} side */
function nearestBlock(text, side) {
  return (text.split(BLOCK_END).at(side) ?? "").replace(/\s/g, "").replaceAll(OBJECT, "");
}

/** Latin words of a text, between blanks, marks and blocks. @param {string} prose */
export function latinWords(prose) {
  return prose.replace(/[\u200b\ufeff\u2060\u00ad]/g, "").match(/[A-Za-z0-9\u00c0-\u024f]+/g) ?? [];
}
