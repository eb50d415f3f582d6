import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { lookAt } from "../lib/file-system.js";
import type { Output } from "../model/output.js";
import type { FileMark } from "./manifest.js";
import { assertOutputPath } from "./output-path.js";
import type { Place } from "./place.js";
import { explainWriteErrors } from "./write-error.js";

/** An output that was compared with the destination and, unless it is there already, laid ready. Plain data. */
export interface StagedFile extends FileMark {
  readonly path: string;
  readonly state: "added" | "changed" | "unchanged";
}

export type Stager = (output: Output) => StagedFile;

/** Empties the stage: once per build, before the threads make their stagers. */
export function clearStage(place: Place): void {
  rmSync(place.stage.folder, { recursive: true, force: true });
}

/**
 * Makes the function that lays outputs ready for `publish`. Every thread makes its own: it remembers the folders that it
 * made. Throws a `UserError` when a path leads out of the destination or the disk refuses.
 */
export function createStager(place: Place): Stager {
  const isFresh = !statSync(place.destination, { throwIfNoEntry: false });
  const madeFolders = new Set<string>();

  function makeFolderOf(file: string): void {
    const folder = dirname(file);
    if (madeFolders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    madeFolders.add(folder);
  }

  return (output) => {
    assertOutputPath(output.path);
    const current = join(place.destination, output.path);
    const stats = isFresh ? undefined : statOf(current);
    const lay = (write: (file: string) => FileMark): StagedFile => {
      const state = stats ? "changed" : "added";
      const file = join(place.stage[state], output.path);
      makeFolderOf(file);
      return { path: output.path, state, ...write(file) };
    };
    const keep = (found: Stats): StagedFile => {
      return { path: output.path, state: "unchanged", size: found.size, modified: found.mtimeMs };
    };

    return explainWriteErrors(`The output ${output.path}`, () => {
      if ("copyFrom" in output) {
        const original = statSync(output.copyFrom);
        if (stats && isSameCopy(stats, original, current, output.copyFrom)) return keep(stats);
        return lay((file) => copy(output.copyFrom, file, original));
      }
      const bytes = typeof output.contents === "string" ? encode(output.contents) : output.contents;
      if (stats && stats.size === bytes.byteLength && readFileSync(current).equals(bytes))
        return { ...keep(stats), checksum: crc32(bytes) };
      return lay((file) => write(file, bytes));
    });
  };
}

const room = Buffer.allocUnsafe(1 << 18);

/** A text's bytes, until the next text comes. Written where there is room, since `Buffer.from` measures a text first. */
function encode(text: string): Uint8Array {
  return text.length * 3 > room.length ? Buffer.from(text) : room.subarray(0, room.write(text));
}

/** The file at a path; nothing when something else is there, which `publish` then has to judge. */
function statOf(path: string): Stats | undefined {
  const stats = lookAt(path);
  return stats?.isFile() ? stats : undefined;
}

function write(file: string, bytes: Uint8Array): FileMark {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, bytes);
    return { size: bytes.byteLength, modified: fstatSync(descriptor).mtimeMs, checksum: crc32(bytes) };
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes up to which a copy is read once more, so that it is known again although its time is another. */
const SMALL = 300_000;

/** Copies keep the time of their original, so that the next build need not read them. */
function copy(from: string, file: string, original: Stats): FileMark {
  copyFileSync(from, file, constants.COPYFILE_FICLONE);
  utimesSync(file, original.atime, original.mtime);
  const copied = statSync(file);
  const mark = { size: copied.size, modified: copied.mtimeMs };
  return copied.size > SMALL ? mark : { ...mark, checksum: crc32(readFileSync(file)) };
}

function isSameCopy(current: Stats, original: Stats, currentPath: string, originalPath: string): boolean {
  if (current.size !== original.size) return false;
  // A `Date` has whole milliseconds, and some file systems keep less.
  if (Math.abs(current.mtimeMs - original.mtimeMs) < 2) return true;
  return readFileSync(currentPath).equals(readFileSync(originalPath));
}
