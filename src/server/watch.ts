import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Hints } from "../work/live-sources.js";
import { tellByChokidar } from "./chokidar-events.js";
import { tellByFolders } from "./folder-events.js";

export interface Watching {
  readonly close: () => void;
}

export interface WatchOptions {
  /** Absolute path of the folder of the site. */
  readonly root: string;
  /** Whether a path relative to the root, or something below it, can be a source. */
  readonly isSource: (path: string) => boolean;
  /** Look at the files again and again: for network drives and mounted folders, which tell nobody of a change. */
  readonly polling?: boolean;
  readonly onChange: (hints: Hints) => void;
  /** Called with what keeps us from noticing changes. */
  readonly onError: (error: unknown) => void;
}

/** Where the news of changes comes from. Paths are relative to the root, with `/`; undefined: anything may have changed. */
export type TellChanges = (
  options: Pick<WatchOptions, "root" | "isSource" | "polling" | "onError"> & {
    readonly onEvent: (path: string | undefined) => void;
  },
) => Watching;

/** Events of one save come within this time (ms). */
const TOGETHER = 4;

/** From so many changed paths on it is quicker to look at everything, once it is quiet. */
const MANY = 300;
const QUIET = 120;

/** An editor may empty a file before it writes it anew: so long (ms) we wait before we believe that it is empty. */
const EMPTY = 150;

/** Tells in bunches which sources may have changed. What is told are hints only: whoever is told looks for himself. */
export function watchSources({ root, isSource, polling, onChange, onError }: WatchOptions): Watching {
  const waiting = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let flushing: NodeJS.Timeout | undefined;

  function later(action: () => void, milliseconds: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, milliseconds);
    timers.add(timer);
    return timer;
  }

  function hint(path: string): void {
    waiting.add(path);
    if (flushing && waiting.size > MANY) {
      clearTimeout(flushing);
      flushing = later(flush, QUIET);
    }
    flushing ??= later(flush, TOGETHER);
  }

  function flush(): void {
    const hints: Hints = waiting.size > MANY ? "all" : new Set(waiting);
    waiting.clear();
    flushing = undefined;
    onChange(hints);
  }

  function onEvent(path: string | undefined): void {
    if (path === undefined) onChange("all");
    else if (!isSource(path)) return;
    else if (isEmptyFile(join(root, path))) later(() => hint(path), EMPTY);
    else hint(path);
  }

  const tell = polling || process.platform !== "linux" ? tellByChokidar : tellByFolders;
  const telling = tell({ root, isSource, ...(polling ? { polling } : {}), onEvent, onError });
  return {
    close() {
      telling.close();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function isEmptyFile(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === 0;
  } catch {
    return false;
  }
}
