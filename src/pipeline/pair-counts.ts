/** Room for the pairs of one text: more different ones than this are not counted. A power of two. */
const ROOM = 16_384;
const MOST = ROOM / 2;

/** How often each pair of characters was met: a post has thousands, so they are numbers in a flat table, not strings in a map. */
export interface PairCounts {
  /** Adds to the weight of a pair of UTF-16 code units. */
  readonly add: (first: number, second: number, weight: number) => void;
  /** The pairs that weigh more than `least`, with their weights. */
  readonly above: (least: number) => [pair: string, weight: number][];
  /** Forgets all, for the next text. */
  readonly clear: () => void;
}

export function createPairCounts(): PairCounts {
  const keys = new Int32Array(ROOM);
  const weights = new Int32Array(ROOM);
  const used: number[] = [];

  return {
    add(first, second, weight) {
      const key = (first << 16) | second;
      let at = (Math.imul(key, 0x9e3779b1) >>> 16) & (ROOM - 1);
      while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & (ROOM - 1);
      if (keys[at] === 0) {
        if (used.length === MOST) return;
        keys[at] = key;
        used.push(at);
      }
      weights[at]! += weight;
    },
    above(least) {
      const found: [string, number][] = [];
      for (const at of used) {
        const weight = weights[at]!;
        if (weight > least) found.push([String.fromCharCode(keys[at]! >>> 16, keys[at]! & 0xffff), weight]);
      }
      return found;
    },
    clear() {
      for (const at of used) {
        keys[at] = 0;
        weights[at] = 0;
      }
      used.length = 0;
    },
  };
}
