import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import type { Hints } from "../work/live-sources.js";

/*
 * Watches folders, not files: on Linux one watch for each folder tells of all the files in it, so that a folder of 10,000
 * posts takes a millisecond to watch, where a watch for each file takes seconds. What is told are hints only.
 */

export interface Watching {
  readonly close: () => void;
}

export interface WatchOptions {
  /** Absolute path of the folder of the site. */
  readonly root: string;
  /** Whether a path relative to the root, or something below it, can be a source. */
  readonly isSource: (path: string) => boolean;
  readonly onChange: (hints: Hints) => void;
  /** Called with what keeps us from noticing changes. */
  readonly onError: (error: NodeJS.ErrnoException) => void;
}

/** Events of one save come within this time (ms). */
const TOGETHER = 4;

/** From so many changed paths on it is quicker to look at everything, once it is quiet. */
const MANY = 300;
const QUIET = 120;

/** An editor may empty a file before it writes it anew: so long (ms) we wait before we believe that it is empty. */
const EMPTY = 150;

export function watchSources({ root, isSource, onChange, onError }: WatchOptions): Watching {
  const folders = new Map<string, FSWatcher>();
  const waiting = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let flushing: NodeJS.Timeout | undefined;
  const hasTrees = process.platform === "darwin" || process.platform === "win32";

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

  function onEvent(path: string): void {
    if (!isSource(path)) return;
    const stats = statsOf(join(root, path));
    if (stats?.isDirectory()) watchTree(path);
    else if (!stats) forget(path);
    if (stats?.isFile() && stats.size === 0) later(() => hint(path), EMPTY);
    else hint(path);
  }

  /** The watches of a folder that is gone: one of the same name may come later. */
  function forget(path: string): void {
    for (const [folder, watcher] of folders) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      folders.delete(folder);
    }
  }

  function watchFolder(path: string): void {
    if (folders.has(path)) return;
    try {
      const watcher = watch(join(root, path), { recursive: hasTrees }, (_, name) => {
        if (name === null) onChange("all");
        else onEvent(join(path, name).replaceAll("\\", "/"));
      });
      watcher.on("error", () => forget(path));
      folders.set(path, watcher);
    } catch (error) {
      // ENOSPC: the system's number of watches is used up.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") onError(error as NodeJS.ErrnoException);
    }
  }

  function watchTree(path: string): void {
    watchFolder(path);
    for (const name of foldersIn(join(root, path), path === "")) {
      const inner = path === "" ? name : `${path}/${name}`;
      if (isSource(inner) && !folders.has(inner)) watchTree(inner);
    }
  }

  watchTree("");
  return {
    close() {
      for (const watcher of folders.values()) watcher.close();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Links are followed where the owner may have put a whole folder of the site elsewhere, and nowhere else. */
function foldersIn(folder: string, followsLinks: boolean): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() || (followsLinks && entry.isSymbolicLink() && isFolder(join(folder, entry.name))),
      )
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
