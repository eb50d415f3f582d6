import { pathToFileURL } from "node:url";
import { addTo, type GrowingFile } from "../cache/growing-file.js";
import { keepBlock, type PackedPost, type PlacedPost, packPost, placePost } from "../cache/packed-post.js";
import { contentHash } from "../lib/hash.js";
import { readFileInPlace } from "../lib/read-file-in-place.js";
import { mapWithinTime, TIME_LIMIT } from "../lib/time-limit.js";
import type { SourceFile } from "../loader/list.js";
import { loadDocument } from "../loader/load.js";
import type { PipelineOptions } from "../model/config.js";
import { processDocument, type Refusal, refusePost } from "../pipeline/process.js";
import { loadOwnParts, type OwnParts } from "./own-parts.js";

/*
 * Reading and cleaning posts. A tree never leaves its thread.
 */

export interface ReadTask {
  readonly files: readonly (SourceFile & { readonly folder: "posts" | "drafts" })[];
  readonly options: PipelineOptions;
}

export interface ReadPost {
  readonly path: string;
  readonly contentHash: string;
  readonly packed: PackedPost;
  readonly milliseconds: number;
}

export async function readPosts({ files, options }: ReadTask): Promise<readonly ReadPost[]> {
  const own = await loadOwnParts(options.ownCode);
  return readEach(files, options, own, lasting);
}

const lasting = (read: ReadPost): ReadPost => ({ ...read, packed: keepBlock(read.packed) });

/** Reads posts, and does something with each before the next one. */
function readEach<T>(
  files: ReadTask["files"],
  options: PipelineOptions,
  own: OwnParts,
  use: (read: ReadPost) => T,
): T[] {
  return mapWithinTime(
    files,
    TIME_LIMIT,
    (file) => use(readOrRefuse(file, options, own)),
    (file) => use(refuseFile(file, options, tooSlow)),
  );
}

export interface StoreTask extends ReadTask {
  readonly pack: GrowingFile;
}

export interface PlacedRead extends Omit<ReadPost, "packed"> {
  readonly packed: PlacedPost;
}

/** Reads posts and puts them into the pack of a store, which has to be told where they are. */
export async function storePosts({ pack, files, options }: StoreTask): Promise<readonly PlacedRead[]> {
  const own = await loadOwnParts(options.ownCode);
  // Each at once: bodies that wait for others outlive collections of garbage.
  return addTo(pack, (put) =>
    readEach(files, options, own, (read) => ({ ...read, packed: placePost(read.packed, pack.path, put) })),
  );
}

/** One post that cannot be read, or on which we fail ourselves, must not take the others with it. */
function readOrRefuse(file: ReadTask["files"][number], options: PipelineOptions, own: OwnParts): ReadPost {
  try {
    return readPost(file, options, own);
  } catch (error) {
    return refuseFile(file, options, reasonOf(error, options));
  }
}

function reasonOf(error: unknown, { ownCode }: PipelineOptions): Refusal {
  if (isSystemError(error)) return unreadable(error);
  const isOwn =
    ownCode !== undefined && error instanceof Error && error.stack?.includes(pathToFileURL(ownCode.file).href);
  return isOwn ? ownCodeFailed(error) : bug(error);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function readPost(file: ReadTask["files"][number], options: PipelineOptions, own: OwnParts): ReadPost {
  const start = performance.now();
  const bytes = readFileInPlace(file.absolutePath);
  const hash = contentHash(bytes);
  const document = loadDocument({ path: file.path, bytes, folder: file.folder }, options);
  const { post, html } = processDocument(document, hash, options, own);
  return { path: file.path, contentHash: hash, packed: packPost(post, html), milliseconds: performance.now() - start };
}

/** Posts that took all the memory of their thread. Nothing of them is read here. */
export function refusePosts({ files, options }: ReadTask): readonly ReadPost[] {
  return files.map((file) => lasting(refuseFile(file, options, tooMuchMemory)));
}

const tooSlow: Refusal = {
  ruleId: "too-slow",
  reason: `Reading this post takes more than ${TIME_LIMIT / 1000} seconds`,
  note: "Look for markup that repeats itself thousands of times; PUMICE_TIME_LIMIT=60 gives each post a minute",
};

const tooMuchMemory: Refusal = {
  ruleId: "too-much-memory",
  reason: "Reading this post takes more memory than a post may have",
  note: "Look for markup that repeats itself thousands of times; PUMICE_MEMORY_LIMIT=3000 gives a thread 3000 MB",
};

const unreadable = (error: Error): Refusal => ({
  ruleId: "unreadable",
  reason: `The file cannot be read: ${error.message}`,
  note: "Look at its permissions, and whether it is still there",
});

const ownCodeFailed = (error: Error): Refusal => ({
  ruleId: "own-code",
  reason: `The site's own code failed on this post: ${String(error)}`,
  note: placesOf(error),
});

const bug = (error: unknown): Refusal => ({
  ruleId: "bug",
  reason: `Pumice failed on this post: ${String(error)}`,
  note: `This is a bug in Pumice, not in your post. Please report it with these lines; --keep-going publishes the other posts. ${placesOf(error)}`,
});

function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return lines
    .slice(0, 3)
    .map((line) => line.trim())
    .join(" ");
}

/** Without a hash, so that the next build tries again. */
function refuseFile({ path, folder }: ReadTask["files"][number], options: PipelineOptions, why: Refusal): ReadPost {
  const empty = loadDocument({ path, bytes: Buffer.from("---\n---\n"), folder }, options);
  const document = { ...empty, messages: [] };
  const { post, html } = refusePost(document, "", options, why);
  return { path, contentHash: "", packed: packPost(post, html), milliseconds: TIME_LIMIT };
}
