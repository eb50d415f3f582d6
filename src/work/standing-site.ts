import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { crc32 } from "node:zlib";
import { type BuildRecord, type InputMark, readBuildRecord, writeBuildRecord } from "../cache/build-record.js";
import { contentHash } from "../lib/hash.js";
import { readFileInPlace } from "../lib/read-file-in-place.js";
import type { SourceFile } from "../loader/list.js";
import type { BuildOptions, BuildResult, Profile, Written } from "../model/build.js";
import { lookAtDestination } from "../writer/altered.js";
import { acquireLock } from "../writer/lock.js";
import { openPlace, type Place } from "../writer/place.js";
import { buildKey, recordFile } from "./build-key.js";
import { type Clock, startClock } from "./clock.js";
import { GRAIN } from "./grain.js";
import { type InputFiles, listInputFiles } from "./input-files.js";
import { type PostFile, postFilesOf } from "./post-files.js";

/*
 * The quick way for a build with nothing to do. It loads none of the stages: the record of the last build is compared with
 * the sizes and times of all inputs and of all files of the site. Any doubt is answered by building.
 */

export interface Look {
  /** The result of the last build, if one like it would change nothing. */
  readonly standing?: BuildResult;
  /** The input files, where they have been listed in vain: the build need not list them again. */
  readonly inputs?: InputFiles;
  /** Where nothing but a few posts is other than in the last build. */
  readonly edits?: Edits;
}

/** Posts that are other than in the last build, and all that is as it was. */
export interface Edits {
  readonly record: BuildRecord;
  readonly posts: readonly PostFile[];
  /** The marks of all other inputs. */
  readonly same: ReadonlyMap<string, InputMark>;
}

/** Of more posts, one after the other takes longer than to read them beside each other. */
const MOST_EDITS = 20;

/** Looks whether the site stands as a build would make it; `theme` is the program's own folder. */
export async function lookForStandingSite(options: BuildOptions, theme: string): Promise<Look> {
  const clock = startClock();
  const source = resolve(options.source ?? ".");
  const state = join(source, ".pumice");
  if (options.clean || !lstatSync(state, { throwIfNoEntry: false })?.isDirectory()) return {};
  const file = recordFile(state, options);
  if (!existsSync(file)) return {};
  const unlock = await acquireLock(state);
  try {
    const record = locate(readBuildRecord(file), source);
    if (!record || record.key !== buildKey(options) || !isTimely(record, Date.now())) return {};
    clock.lap("open");
    const listed = listInputFiles(record.config, theme);
    const { same, isTouched } = compareInputs(listed.files, record);
    const isSame = same.size === listed.files.size && same.size === record.inputs.size;
    clock.lap("compare inputs");
    const checksum = isSame ? standingManifest(record, state) : undefined;
    if (checksum === undefined) {
      const edits = isSame ? undefined : editsIn(listed, record, same);
      return { inputs: withHashes(listed, same), ...(edits ? { edits } : {}) };
    }
    clock.lap("compare outputs");
    if (isTouched || checksum !== record.manifestChecksum)
      writeBuildRecord(file, { ...record, inputs: same, written: Date.now(), manifestChecksum: checksum });
    return { standing: resultOf(record, clock, options, nothingWritten(record)) };
  } finally {
    unlock();
  }
}

/** No post has appeared or expired since; and a clock that was put back may have made published posts future again. */
function isTimely({ written, until }: BuildRecord, now: number): boolean {
  return now >= written - GRAIN && (until === null || now < until);
}

/** The inputs that are those of the last build, with their marks of now; and whether some have new times. */
function compareInputs(
  files: ReadonlyMap<string, SourceFile>,
  { inputs, written }: BuildRecord,
): { readonly same: ReadonlyMap<string, InputMark>; readonly isTouched: boolean } {
  const same = new Map<string, InputMark>();
  let isTouched = false;
  for (const [name, { absolutePath, size, modified }] of files) {
    const known = inputs.get(name);
    if (known?.size !== size) continue;
    if (known.modified === modified && modified < written - GRAIN) same.set(name, known);
    else if (known.contentHash !== "" && contentHash(readFileInPlace(absolutePath)) === known.contentHash) {
      same.set(name, { ...known, modified });
      isTouched = true;
    }
  }
  return { same, isTouched };
}

function editsIn({ files, sources }: InputFiles, record: BuildRecord, same: Edits["same"]): Edits | undefined {
  const others = files.size - same.size;
  const isOld = ({ path }: SourceFile) => record.inputs.has(path);
  if (record.notes === "" || others > MOST_EDITS || files.size !== record.inputs.size) return undefined;
  const posts = postFilesOf(sources, record.config).filter((file) => !same.has(file.path) && isOld(file));
  return posts.length === others ? { record, posts, same } : undefined;
}

/** The build need not read again what was just compared: after a fresh checkout the record alone knows the new times. */
function withHashes({ sources, files }: InputFiles, same: ReadonlyMap<string, InputMark>): InputFiles {
  const withHash = (file: SourceFile): SourceFile => {
    const contentHash = same.get(file.path)?.contentHash;
    return contentHash ? { ...file, contentHash } : file;
  };
  return { sources: { ...sources, posts: sources.posts.map(withHash), drafts: sources.drafts.map(withHash) }, files };
}

/**
 * The manifest's checksum if the destination is as the build left it: the same manifest, no publishing under way, every file
 * in its place.
 */
function standingManifest({ manifestChecksum, config }: BuildRecord, state: string): number | undefined {
  const place = openPlace(state, config.source, config.destination);
  if (!isLastPublished(manifestChecksum, place)) return undefined;
  return lookAtDestination(place).altered.size === 0 ? checksumOf(place.manifest) : undefined;
}

/** Whether the manifest with a checksum is the one that was published last, and no publishing is under way. */
export function isLastPublished(manifestChecksum: number, place: Place): boolean {
  return !existsSync(place.journal) && checksumOf(place.manifest) === manifestChecksum;
}

/** The record of a site that lies elsewhere now. */
function locate(record: BuildRecord | undefined, source: string): BuildRecord | undefined {
  if (!record || record.config.source === source) return record;
  const destination = resolve(source, relative(record.config.source, record.config.destination));
  return { ...record, config: { ...record.config, source, destination } };
}

/** Checksum of a file's bytes; -1 where there is none. */
export function checksumOf(file: string): number {
  try {
    return crc32(readFileSync(file));
  } catch {
    return -1;
  }
}

const nothingWritten = ({ counts }: BuildRecord): Written => ({
  added: [],
  changed: [],
  removed: [],
  unchanged: counts.files,
});

/** What a build says that leaves a record; `read`: the posts that it read, slowest first. */
export function resultOf(
  { config, messages, skipped, counts, removals }: BuildRecord,
  clock: Clock,
  { profile }: BuildOptions,
  written: Written,
  read: Profile["slowestPosts"] = [],
): BuildResult {
  return {
    ok: true,
    config,
    messages,
    skipped,
    removals,
    counts: { ...counts, fromCache: counts.fromCache - read.length },
    written,
    milliseconds: clock.total(),
    ...(profile ? { profile: { stages: clock.laps, slowestPosts: read.slice(0, 10) } } : {}),
  };
}
