const MOST_EDITS = 600;
const SHORTEST_RUN = 3;
const REACH = 400;
const LONG_BLOCK = 12;

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
  for (const block of blocks) {
    const at = indexNear(text, block, cursor);
    if (at < 0) {
      waiting.push(block);
      continue;
    }
    close(at);
    cursor = at + block.length;
  }
  close(text.length);
  return gaps;
}

/** @param {string} text @param {string} block @param {number} from */
function indexNear(text, block, from) {
  if (block.length >= LONG_BLOCK) return text.indexOf(block, from);
  const at = text.slice(from, from + REACH + block.length).indexOf(block);
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
 * Runs of characters common to both texts (Myers), or undefined when they differ too much to be versions of one text.
 * @param {string} before @param {string} after
 * @returns {{ a: number, b: number, length: number }[] | undefined}
 */
function commonRuns(before, after) {
  const most = Math.min(MOST_EDITS, before.length + after.length);
  /** @type {Map<number, number>[]} */
  const trace = [];
  let reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach);
    reach = new Map(reach);
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, k - 1) < at(reach, k + 1));
      let a = down ? at(reach, k + 1) : at(reach, k - 1) + 1;
      while (a < before.length && a - k < after.length && before.charCodeAt(a) === after.charCodeAt(a - k)) a += 1;
      reach.set(k, a);
      if (a >= before.length && a - k >= after.length) return runsOf(trace, before, after);
    }
  }
  return undefined;
}

/** @param {Map<number, number>} reach @param {number} k */
function at(reach, k) {
  return reach.get(k) ?? -1;
}

/** @param {Map<number, number>[]} trace @param {string} before @param {string} after */
function runsOf(trace, before, after) {
  let a = before.length;
  let b = after.length;
  /** @type {{ a: number, b: number, length: number }[]} */
  const runs = [];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = /** @type {Map<number, number>} */ (trace[edits]);
    const k = a - b;
    const down = k === -edits || (k !== edits && at(reach, k - 1) < at(reach, k + 1));
    const previous = down ? k + 1 : k - 1;
    const startA = edits === 0 ? 0 : at(reach, previous);
    const startB = edits === 0 ? 0 : startA - previous;
    const length = edits === 0 ? a : Math.min(a - startA - (down ? 0 : 1), b - startB - (down ? 1 : 0));
    if (length > 0) runs.unshift({ a: a - length, b: b - length, length });
    a = startA;
    b = startB;
  }
  // A character that happens to be the same amid changed text is no sign that it was kept.
  return runs.filter((run) => run.length >= SHORTEST_RUN || touchesEdge(run, before, after));
}

/** @param {{ a: number, b: number, length: number }} run @param {string} before @param {string} after */
function touchesEdge(run, before, after) {
  const first = run.a === 0 && run.b === 0;
  return first || (run.a + run.length === before.length && run.b + run.length === after.length);
}
