import * as nodeFs from "node:fs";
import { dirname, join } from "node:path";
import { type FileSystem, foldersOf, lookAt, writeDurably } from "../lib/file-system.js";
import type { Written } from "../model/build.js";
import { UserError } from "../model/message.js";
import { type FileMark, printManifest, readManifest } from "./manifest.js";
import type { Place } from "./place.js";
import { assertPublishable } from "./preflight.js";
import { removeOwnFiles } from "./prune.js";
import type { StagedFile } from "./stage.js";
import { explainWriteErrors } from "./write-error.js";

/** All files of the new site: those that were staged, and those of the last build that need no look (their paths). */
export interface NewSite {
  readonly staged: readonly StagedFile[];
  readonly kept?: Iterable<string>;
}

/** What remains to be done when a publishing is interrupted, together with the files that are still in the stage. */
interface Journal {
  /** Where the files were staged: the place for it may be another once the destination is there. */
  readonly stage: Place["stage"];
  readonly removed: readonly string[];
}

/**
 * Makes the destination the new site. Everything that can be known to fail is checked before (`UserError`, nothing
 * changed). Then a journal is written, and whatever ends the process after that, `finishInterrupted` completes the work.
 * Files are only moved into place whole: new ones first, then changed ones; what the last build wrote and this one does not
 * goes last. Nothing else in the destination is touched.
 */
export function publish(place: Place, site: NewSite, fs: FileSystem = nodeFs): Written {
  const previous = readManifest(place.manifest).files;
  const files = marksOf(site, previous);
  const removed = [...previous.keys()].filter((path) => !files.has(path)).sort();
  assertPublishable(place, site.staged, new Set(removed));
  const written = summarize(site, files.size, removed);
  if (isNothingNew(written) && isSame(files, previous)) return written;
  const journal: Journal = { stage: place.stage, removed };
  explainWriteErrors(`The site in ${place.destination}`, () => {
    writeDurably(fs, place.nextManifest, printManifest(place.name, files));
    writeDurably(fs, place.journal, JSON.stringify(journal));
  });
  finish(place, journal, fs);
  return written;
}

/** Completes a publishing that was cut short; says whether there was one. To be called before anything else is staged. */
export function finishInterrupted(place: Place, fs: FileSystem = nodeFs): boolean {
  const journal = readJournal(place.journal);
  if (!journal) return false;
  finish({ ...place, stage: journal.stage }, journal, fs);
  return true;
}

/** Every step may be repeated: what was done already is found done. */
function finish(place: Place, journal: Journal, fs: FileSystem): void {
  try {
    fs.mkdirSync(dirname(place.destination), { recursive: true });
    removeOwnFiles(place.destination, blockersOf(place, journal.removed, fs), fs);
    moveFolder(place.stage.added, place.destination, fs);
    moveFolder(place.stage.changed, place.destination, fs);
    removeOwnFiles(place.destination, withoutTwins(place, journal.removed, fs), fs);
    fs.mkdirSync(place.destination, { recursive: true });
    if (exists(place.nextManifest, fs)) fs.renameSync(place.nextManifest, place.manifest);
    if (exists(place.stage.folder, fs)) fs.rmdirSync(place.stage.folder);
    fs.unlinkSync(place.journal);
  } catch (error) {
    throw interrupted(place, error);
  }
}

function marksOf(site: NewSite, previous: ReadonlyMap<string, FileMark>): ReadonlyMap<string, FileMark> {
  const files = new Map<string, FileMark>();
  for (const { path, size, modified, checksum = checksumOfSame(previous.get(path), size, modified) } of site.staged) {
    if (files.has(path)) throw duplicate(path);
    files.set(path, checksum === undefined ? { size, modified } : { size, modified, checksum });
  }
  for (const path of site.kept ?? []) {
    const mark = previous.get(path);
    if (!mark) throw new Error(`${path} cannot be kept: the last build did not write it`);
    if (files.has(path)) throw duplicate(path);
    files.set(path, mark);
  }
  return files;
}

/** A copy that is there already was not read again. */
function checksumOfSame(mark: FileMark | undefined, size: number, modified: number): number | undefined {
  return mark?.size === size && mark.modified === modified ? mark.checksum : undefined;
}

/** Moves a folder's files over those of another, whole new folders in one go. */
function moveFolder(from: string, to: string, fs: FileSystem): void {
  if (!exists(from, fs)) return;
  if (renamed(from, to, fs)) return;
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) moveFolder(source, target, fs);
    else fs.renameSync(source, target);
  }
  fs.rmdirSync(from);
}

/** A rename onto a folder fails unless that is empty; Windows and mount points have their own words for it. */
function renamed(from: string, to: string, fs: FileSystem): boolean {
  try {
    fs.renameSync(from, to);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const isOccupied = ["ENOTEMPTY", "EEXIST", "EBUSY", "EPERM", "EACCES", "EINVAL"].includes(code);
    if (isOccupied && lookAt(to, fs)?.isDirectory()) return false;
    throw error;
  }
}

/** Old files that stand where the new site has a folder, and old files in a folder whose name a new file needs. */
function blockersOf(place: Place, removed: readonly string[], fs: FileSystem): readonly string[] {
  if (!exists(place.stage.added, fs)) return [];
  const staged = (path: string) => lookAt(join(place.stage.added, path), fs);
  const isFile = memoize((path: string) => staged(path)?.isFile() === true);
  return removed.filter((path) => staged(path)?.isDirectory() || foldersOf(path).some(isFile));
}

/** On a file system that ignores case an old name may be the new file itself. */
function withoutTwins(place: Place, removed: readonly string[], fs: FileSystem): readonly string[] {
  if (removed.length === 0) return [];
  const next = readManifest(exists(place.nextManifest, fs) ? place.nextManifest : place.manifest).files;
  const fold = (path: string) => path.normalize("NFC").toLowerCase();
  const wanted = new Set(removed.map(fold));
  const twins = new Map([...next.keys()].filter((path) => wanted.has(fold(path))).map((path) => [fold(path), path]));
  const inode = (path: string) => lookAt(join(place.destination, path), fs)?.ino;
  return removed.filter((path) => {
    const twin = twins.get(fold(path));
    return twin === undefined || inode(twin) !== inode(path);
  });
}

function readJournal(path: string): Journal | undefined {
  try {
    const journal = JSON.parse(nodeFs.readFileSync(path, "utf8")) as Journal;
    return Array.isArray(journal.removed) && journal.stage ? journal : undefined;
  } catch {
    return undefined;
  }
}

function summarize(site: NewSite, total: number, removed: readonly string[]): Written {
  const pathsOf = (state: StagedFile["state"]) =>
    site.staged
      .filter((file) => file.state === state)
      .map((file) => file.path)
      .sort();
  const [added, changed] = [pathsOf("added"), pathsOf("changed")];
  return { added, changed, removed, unchanged: total - added.length - changed.length };
}

const isNothingNew = ({ added, changed, removed }: Written) => added.length + changed.length + removed.length === 0;

function isSame(files: ReadonlyMap<string, FileMark>, others: ReadonlyMap<string, FileMark>): boolean {
  if (files.size !== others.size) return false;
  return [...files].every(([path, { size, modified }]) => {
    const other = others.get(path);
    return other?.size === size && other.modified === modified;
  });
}

function memoize<T>(answer: (path: string) => T): (path: string) => T {
  const answers = new Map<string, T>();
  return (path) => {
    if (!answers.has(path)) answers.set(path, answer(path));
    return answers.get(path) as T;
  };
}

const exists = (path: string, fs: FileSystem) => lookAt(path, fs) !== undefined;

function duplicate(path: string): UserError {
  return new UserError([
    {
      severity: "error",
      ruleId: "duplicate-output",
      reason: `Two pages of the site want to be the file \`${path}\``,
      note: "Give one of them another `permalink:`",
    },
  ]);
}

function interrupted(place: Place, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  return new UserError([
    {
      severity: "error",
      ruleId: "publish-interrupted",
      reason: `The new site could not be moved into ${place.destination} completely (${code}: ${(error as Error).message})`,
      note: "Put right what the system complains about and build again: the next build finishes the work",
    },
  ]);
}
