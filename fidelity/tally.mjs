/** @import { Kept } from "./model.d.ts" */
/** @import { Measure } from "./measure.mjs" */

/**
 * @typedef {{
 *   readonly name: string, readonly posts: number, readonly unpublished: number, readonly missing: readonly string[],
 *   readonly text: { readonly characters: number, readonly lost: number, readonly gained: number, readonly whole: number, readonly nearlyWhole: number, readonly least: number },
 *   readonly figures: Readonly<Record<string, Kept>>, readonly faults: Readonly<Record<string, { readonly count: number, readonly posts: number }>>,
 * }} Tally the figures of one source; `whole` and `nearlyWhole` count posts, `least` is the lowest recall of a post in per cent
 */

/** Sums the measures of a source's posts. @param {string} name @param {readonly Measure[]} measures @param {number} enough recall in per cent @returns {Tally} */
export function tallyOf(name, measures, enough) {
  const found = measures.flatMap(({ findings }) => (findings === undefined ? [] : [findings]));
  const recalls = found.map(({ text }) => recallOf(text));
  return {
    name,
    posts: found.length,
    unpublished: measures.filter((measure) => measure.unpublished !== undefined).length,
    missing: measures.flatMap((measure) =>
      measure.missing === undefined ? [] : [`${measure.file}: ${measure.missing}`],
    ),
    text: {
      characters: sum(found.map(({ text }) => text.source)),
      lost: sum(found.map(({ text }) => text.lost)),
      gained: sum(found.map(({ text }) => text.gained)),
      whole: recalls.filter((recall) => recall === 100).length,
      nearlyWhole: recalls.filter((recall) => recall >= enough).length,
      least: Math.min(100, ...recalls),
    },
    figures: addUp(found.map(({ figures }) => figures)),
    faults: countFaults(found.map(({ faults }) => faults)),
  };
}

/** Share that was kept in per cent; 100 only when all was. @param {Kept} kept */
export function recallOf({ source, lost }) {
  return lost === 0 ? 100 : (100 * (source - lost)) / source;
}

/**
 * What is short of the aim, in words.
 * @param {Tally} tally
 * @param {{ readonly minRecall: number, readonly minWhole: number, readonly minKept: number, readonly maxFaults: number }} aim per cent, and faults in all
 * @returns {string[]}
 */
export function shortfalls(tally, aim) {
  const short = tally.missing.map((missing) => `page missing: ${missing}`);
  const { text, posts } = tally;
  if (text.nearlyWhole < posts)
    short.push(`${posts - text.nearlyWhole} posts keep less than ${aim.minRecall} % of their text`);
  if (posts > 0 && (100 * text.whole) / posts < aim.minWhole) {
    short.push(`${text.whole} of ${posts} posts keep all of their text, less than ${aim.minWhole} %`);
  }
  for (const [name, kept] of Object.entries(tally.figures)) {
    if (recallOf(kept) < aim.minKept) short.push(`${name}: ${kept.lost} of ${kept.source} lost`);
  }
  const faults = sum(Object.values(tally.faults).map(({ count }) => count));
  if (faults > aim.maxFaults)
    short.push(`${faults} faults in the pages: ${Object.keys(tally.faults).sort().join(", ")}`);
  return short;
}

/** @param {readonly Readonly<Record<string, Kept>>[]} list */
function addUp(list) {
  /** @type {Record<string, Kept>} */
  const total = {};
  for (const figures of list) {
    for (const [name, kept] of Object.entries(figures)) {
      const before = total[name] ?? { source: 0, lost: 0 };
      total[name] = { source: before.source + kept.source, lost: before.lost + kept.lost };
    }
  }
  return total;
}

/** @param {readonly Readonly<Record<string, number>>[]} list */
function countFaults(list) {
  /** @type {Record<string, { count: number, posts: number }>} */
  const total = {};
  for (const faults of list) {
    for (const [name, count] of Object.entries(faults)) {
      const before = total[name] ?? { count: 0, posts: 0 };
      total[name] = { count: before.count + count, posts: before.posts + 1 };
    }
  }
  return total;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
