/** @typedef {{ readonly a: number, readonly b: number, readonly length: number }} Run */

const MOST_EDITS = 300;
const SHORTEST_RUN = 3;
const LONG_BLOCK = 12;
const LOOK_AHEAD = 5;

/**
 * Finds the blocks of a text in another text: in their order first, then character by character between those that are found,
 * then anywhere (text may move: captions, footnotes). Each character of `text` is used once.
 * @param {readonly string[]} blocks folded, none empty
 * @param {string} text folded
 * @returns {{ total: number, lost: number, gained: number, pieces: string[] }} `pieces` are what is missing, in order
 */
export function alignText(blocks, text) {
  const gaps = matchInOrder(blocks, text);
  const pool = new Pool(gaps.map((gap) => gap.between));
  /** @type {string[]} */
  const pieces = [];
  const changed = gaps.map((gap) => gap.blocks.filter((block) => block.length < 4 || !pool.takeWhole(block)).join(""));
  for (const [gap, before] of changed.entries()) {
    if (before === "") continue;
    for (const piece of lostInGap(before, gap, pool)) pieces.push(...pool.takeParts(piece));
  }
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  const lost = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { total, lost, gained: Math.max(0, text.length - (total - lost)), pieces };
}

/**
 * The places where the two texts differ: blocks that are not found there, and what stands there instead.
 * @param {readonly string[]} blocks @param {string} text
 */
function matchInOrder(blocks, text) {
  /** @type {{ blocks: string[], between: string }[]} */
  const gaps = [];
  /** @type {string[]} */
  let waiting = [];
  let cursor = 0;
  const close = (/** @type {number} */ upTo) => {
    if (waiting.length > 0 || upTo > cursor) gaps.push({ blocks: waiting, between: text.slice(cursor, upTo) });
    waiting = [];
  };
  for (const [index, block] of blocks.entries()) {
    const at = indexNear(text, block, cursor);
    if (at < 0 || leapsOver(blocks, index, text, cursor, at)) {
      waiting.push(block);
      continue;
    }
    close(at);
    cursor = at + block.length;
  }
  close(text.length);
  return gaps;
}

/**
 * Whether one of the next blocks stands between the cursor and the place of this one, which then is another with the same text.
 * @param {readonly string[]} blocks @param {number} index @param {string} text @param {number} cursor @param {number} at
 */
function leapsOver(blocks, index, text, cursor, at) {
  if (at === cursor) return false;
  const between = text.slice(cursor, at);
  return blocks
    .slice(index + 1, index + 1 + LOOK_AHEAD)
    .some((next) => next.length >= LONG_BLOCK && between.includes(next.slice(0, LONG_BLOCK)));
}

/** Where a block begins; a short one says little, so it must be near. @param {string} text @param {string} block @param {number} from */
function indexNear(text, block, from) {
  if (block.length >= LONG_BLOCK) return text.indexOf(block, from);
  const at = text.slice(from, from + 3 * block.length).indexOf(block);
  return at < 0 ? -1 : from + at;
}

/**
 * The parts of a changed text that its gap has not; what is used of the gap leaves the pool.
 * @param {string} before @param {number} gap @param {Pool} pool
 */
function lostInGap(before, gap, pool) {
  const after = pool.textOf(gap);
  const runs = after === "" ? undefined : commonRuns(before, after);
  if (runs === undefined) return [before];
  /** @type {string[]} */
  const lost = [];
  /** @type {string[]} */
  const left = [];
  let a = 0;
  let b = 0;
  for (const run of [...runs, { a: before.length, b: after.length, length: 0 }]) {
    if (run.a > a) lost.push(before.slice(a, run.a));
    if (run.b > b) left.push(after.slice(b, run.b));
    a = run.a + run.length;
    b = run.b + run.length;
  }
  pool.set(gap, left);
  return lost;
}

/** Text of the page that no block has used yet, by gap. */
class Pool {
  /** @param {readonly string[]} gaps */
  constructor(gaps) {
    this.gaps = gaps.map((gap) => (gap === "" ? [] : [gap]));
  }

  /** @param {number} gap */
  textOf(gap) {
    return this.gaps[gap]?.join("") ?? "";
  }

  /** @param {number} gap @param {string[]} pieces */
  set(gap, pieces) {
    this.gaps[gap] = pieces;
  }

  /** @param {string} text @returns {boolean} whether the text was there */
  takeWhole(text) {
    for (const pieces of this.gaps) {
      for (const [index, piece] of pieces.entries()) {
        const at = piece.indexOf(text);
        if (at < 0) continue;
        pieces.splice(index, 1, ...[piece.slice(0, at), piece.slice(at + text.length)].filter(Boolean));
        return true;
      }
    }
    return false;
  }

  /** Takes what it has of the sentences of a text. @param {string} text @returns {string[]} the rest */
  takeParts(text) {
    if (this.takeWhole(text)) return [];
    const sentences = text.match(/[^。！？；，,.;!?：:]+[。！？；，,.;!?：:]*|[。！？；，,.;!?：:]+/g) ?? [];
    if (sentences.length < 2) return [text];
    /** @type {string[]} */
    const rest = [];
    let run = "";
    for (const sentence of sentences) {
      if (sentence.length >= 4 && this.takeWhole(sentence)) {
        if (run !== "") rest.push(run);
        run = "";
      } else run += sentence;
    }
    return run === "" ? rest : [...rest, run];
  }
}

/**
 * Runs of characters common to both texts, or undefined when they are no versions of one text.
 * @param {string} before @param {string} after
 * @returns {Run[] | undefined}
 */
function commonRuns(before, after) {
  /** @type {Run[]} */
  const runs = [];
  let a = 0;
  let b = 0;
  while (a < before.length && b < after.length) {
    const step = shortestEdits(before.slice(a), after.slice(b));
    const kept = step.runs.reduce((sum, run) => sum + run.length, 0);
    if (kept * 4 < step.a) break;
    for (const run of step.runs) runs.push({ a: a + run.a, b: b + run.b, length: run.length });
    a += step.a;
    b += step.b;
  }
  // A character that happens to be the same amid changed text is no sign that it was kept.
  const real = runs.filter((run) => run.length >= SHORTEST_RUN || touchesEdge(run, before, after));
  return real.length === 0 ? undefined : real;
}

/**
 * Myers' greedy algorithm up to `MOST_EDITS`: as far as it comes, with the runs on the way.
 * @param {string} before @param {string} after
 * @returns {{ a: number, b: number, runs: Run[] }}
 */
function shortestEdits(before, after) {
  /** @type {Int32Array[]} */
  const trace = [];
  const middle = MOST_EDITS + 1;
  const reach = new Int32Array(2 * middle + 1).fill(-1);
  reach[middle + 1] = 0;
  let far = { a: 0, k: 0 };
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    trace.push(reach.slice());
    far = { a: 0, k: 0 };
    for (let k = -edits; k <= edits; k += 2) {
      const down = isDown(reach, middle, k, edits);
      let a = down ? at(reach, middle + k + 1) : at(reach, middle + k - 1) + 1;
      while (a < before.length && a - k < after.length && before.charCodeAt(a) === after.charCodeAt(a - k)) a += 1;
      reach[middle + k] = a;
      if (a <= before.length && a - k <= after.length && 2 * a - k > 2 * far.a - far.k) far = { a, k };
    }
    if (far.a >= before.length && far.a - far.k >= after.length) break;
  }
  return { a: far.a, b: far.a - far.k, runs: runsOf(trace, far, middle) };
}

/** Whether the way to diagonal `k` comes from the one above. @param {Int32Array} reach @param {number} middle @param {number} k @param {number} edits */
function isDown(reach, middle, k, edits) {
  return k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1));
}

/** @param {Int32Array} reach @param {number} index */
function at(reach, index) {
  return /** @type {number} */ (reach[index]);
}

/** The way back. @param {Int32Array[]} trace @param {{ a: number, k: number }} end @param {number} middle */
function runsOf(trace, end, middle) {
  /** @type {Run[]} */
  const runs = [];
  let { a, k } = end;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = /** @type {Int32Array} */ (trace[edits]);
    const down = isDown(reach, middle, k, edits);
    const previous = down ? k + 1 : k - 1;
    const from = at(reach, middle + previous);
    const start = edits === 0 ? 0 : from + (down ? 0 : 1);
    if (a > start) runs.unshift({ a: start, b: start - k, length: a - start });
    a = from;
    k = previous;
  }
  return runs;
}

/** @param {Run} run @param {string} before @param {string} after */
function touchesEdge(run, before, after) {
  const first = run.a === 0 && run.b === 0;
  return first || (run.a + run.length === before.length && run.b + run.length === after.length);
}
