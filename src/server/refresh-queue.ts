import type { Hints } from "../work/live-sources.js";

/** Takes in changes one after the other: what comes while one is under way waits, all of it together. */
export interface RefreshQueue {
  readonly add: (hints: Hints) => void;
  /** When nothing is under way and nothing waits. */
  readonly settled: () => Promise<void>;
}

/** `refresh` must not throw. */
export function createRefreshQueue(refresh: (hints: Hints) => Promise<void>): RefreshQueue {
  let waiting: Hints | undefined;
  let work: Promise<void> | undefined;

  async function workOff(): Promise<void> {
    for (let hints = take(); hints !== undefined; hints = take()) await refresh(hints);
    work = undefined;
  }

  function take(): Hints | undefined {
    const hints = waiting;
    waiting = undefined;
    return hints;
  }

  return {
    add(hints) {
      waiting = waiting === undefined ? hints : joined(waiting, hints);
      work ??= workOff();
    },
    settled: async () => {
      while (work) await work;
    },
  };
}

function joined(a: Hints, b: Hints): Hints {
  return a === "all" || b === "all" ? "all" : new Set([...a, ...b]);
}
