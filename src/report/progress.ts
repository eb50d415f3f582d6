import { countOf, formatCount } from "../lib/format.js";
import type { Progress } from "../model/build.js";
import type { Terminal } from "./terminal.js";

export interface ProgressLine {
  readonly show: (event: Progress) => void;
  /** Makes room for other lines. */
  readonly clear: () => void;
}

const verbs = {
  read: "reading",
  images: "making smaller",
  cards: "drawing",
  render: "rendering",
  write: "writing",
  ask: "asking about",
  fetch: "fetching",
} as const;
const nouns = {
  read: "post",
  images: "picture",
  cards: "card",
  render: "page",
  write: "file",
  ask: "link",
  fetch: "picture",
} as const;
const pause = 80;

/** On a terminal one line that is written anew, elsewhere one line for each phase. */
export function createProgress({ stderr }: Terminal): ProgressLine {
  return stderr.isTTY ? changingLine(stderr) : lineForEachPhase(stderr);
}

function changingLine(stderr: Terminal["stderr"]): ProgressLine {
  let shownAt = 0;
  let isShown = false;
  return {
    show: ({ phase, done, total }) => {
      if (performance.now() - shownAt < pause) return;
      shownAt = performance.now();
      isShown = true;
      stderr.write(`\r\x1b[2K${verbs[phase]} ${formatCount(done)} of ${countOf(total, nouns[phase])}`);
    },
    clear: () => {
      if (isShown) stderr.write("\r\x1b[2K");
      isShown = false;
    },
  };
}

function lineForEachPhase(stderr: Terminal["stderr"]): ProgressLine {
  let last: Progress["phase"] | undefined;
  return {
    show: ({ phase, total }) => {
      if (phase === last) return;
      last = phase;
      stderr.write(`${verbs[phase]} ${countOf(total, nouns[phase])}\n`);
    },
    clear: () => {},
  };
}
