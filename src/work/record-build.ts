import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type BuildRecord, type InputMark, writeBuildRecord } from "../cache/build-record.js";
import type { PostStore } from "../cache/post-store.js";
import { contentHash } from "../lib/hash.js";
import type { SourceFile } from "../loader/list.js";
import type { BuildOptions, BuildResult } from "../model/build.js";
import type { Place } from "../writer/place.js";
import { buildKey, recordFile } from "./build-key.js";
import type { InputFiles } from "./input-files.js";
import { type SiteNotes, writeSiteNotes } from "./site-notes.js";
import { checksumOf, type Edits } from "./standing-site.js";

/** Bytes up to which an input other than a post is hashed, so that it is known again although its time is another. */
const SMALL = 300_000;

/** Taken before anything is read: what changes meanwhile must not look like what the build has seen. */
export interface Snapshot {
  readonly key: string;
  readonly marks: ReadonlyMap<string, InputMark>;
}

export function takeSnapshot(options: BuildOptions, { files, sources }: InputFiles): Snapshot {
  const ofStore = new Set([...sources.posts, ...sources.drafts].map(({ path }) => path));
  const marks = Array.from(files, ([name, file]): [string, InputMark] => [
    name,
    { size: file.size, modified: file.modified, contentHash: ofStore.has(name) ? "" : hashOf(file) },
  ]);
  return { key: buildKey(options), marks: new Map(marks) };
}

function hashOf({ absolutePath, size }: SourceFile): string {
  return size > SMALL ? "" : contentHash(readFileSync(absolutePath));
}

export interface FinishedBuild {
  readonly result: BuildResult;
  readonly snapshot: Snapshot;
  readonly store: PostStore;
  /** See `ReadSite`. */
  readonly read: { readonly until: number | null; readonly postFiles: number };
  /** What is to be known of the site's model. */
  readonly model: Pick<SiteNotes, "site" | "globals"> & { readonly fed: SiteNotes["fed"] | undefined };
}

/** Leaves word of a finished build for the next one of its kind. */
export function recordBuild(state: string, place: Place, options: BuildOptions, finished: FinishedBuild): void {
  const { result, snapshot, store, read, model } = finished;
  const { config, messages, skipped, counts, removals } = result;
  const inputs = new Map(snapshot.marks);
  for (const [name, mark] of snapshot.marks) {
    const contentHash = store.find(name)?.contentHash;
    if (contentHash === undefined) continue;
    // A post that was given up is tried again by the next build.
    inputs.set(name, { ...mark, contentHash, modified: contentHash === "" ? 0 : mark.modified });
  }
  writeBuildRecord(recordFile(state, options), {
    key: snapshot.key,
    written: Date.now(),
    until: read.until,
    manifestChecksum: checksumOf(place.manifest),
    inputs,
    config,
    messages,
    skipped,
    counts: { ...counts, fromCache: read.postFiles },
    removals,
    notes: leaveNotes(place, model),
  });
}

export interface AmendedBuild extends Pick<BuildRecord, "counts" | "removals"> {
  /** Of the posts that were read. */
  readonly marks: ReadonlyMap<string, InputMark>;
}

/** The same after a build that began with `edits` and made nothing but what follows from them; returns the new record. */
export function recordAmended(
  state: string,
  place: Place,
  options: BuildOptions,
  { record, same }: Edits,
  { marks, counts, removals }: AmendedBuild,
): BuildRecord {
  const amended: BuildRecord = {
    ...record,
    written: Date.now(),
    manifestChecksum: checksumOf(place.manifest),
    inputs: new Map([...same, ...marks]),
    counts,
    removals,
  };
  writeBuildRecord(recordFile(state, options), amended);
  return amended;
}

/** Of a site with code of its own nobody knows what follows from a post. */
function leaveNotes(place: Place, { site, globals, fed }: FinishedBuild["model"]): string {
  if (site.posts === "" || fed === undefined) return "";
  const build = randomUUID();
  writeSiteNotes(place, { build, site, globals, fed });
  return build;
}
