import type { PostStore, StoredPost } from "../cache/post-store.js";
import { contentHash } from "../lib/hash.js";
import { forBatches, inBatches, isOutOfMemory } from "../lib/pool.js";
import { readFileInPlace } from "../lib/read-file-in-place.js";
import type { SourceFile } from "../loader/list.js";
import type { Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import { GRAIN } from "./grain.js";
import type { Pools, WorkPool } from "./pools.js";
import { isLarge, type PostFile } from "./post-files.js";
import type { PlacedRead, ReadPost, StoreTask } from "./read-tasks.js";

export interface ReadPosts {
  readonly posts: readonly StoredPost[];
  readonly fromCache: number;
  readonly slowest: readonly { readonly path: string; readonly milliseconds: number }[];
}

/**
 * How many bytes a task reads: enough that handing over costs little, few enough that no thread waits at the end, and that
 * what was read does not outlive collections of garbage.
 */
const BATCH = 400_000;

/** A post without text takes as long as so many bytes. */
const BYTES_FOR_POST = 8000;

/** Bytes of a post that takes the usual time. */
const USUAL = 20_000;

const weightOf = ({ size }: SourceFile): number => size + BYTES_FOR_POST;

/** Every post, processed: from the store where nothing changed, else anew, and then kept in the store. */
export async function readPosts(
  files: readonly PostFile[],
  config: Config,
  store: PostStore,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<ReadPosts> {
  const found = new Map<string, StoredPost>();
  const toRead: PostFile[] = [];
  for (const file of files) {
    const known = store.find(file.path);
    if (known && (isSame(file, known, store.written) || file.contentHash === known.contentHash))
      found.set(file.path, known);
    else if (known && contentHash(readFileInPlace(file.absolutePath)) === known.contentHash) {
      store.remark(file.path, { size: file.size, modified: file.modified, contentHash: known.contentHash });
      found.set(file.path, known);
    } else toRead.push(file);
  }
  const durations: { path: string; milliseconds: number }[] = [];
  let done = found.size;
  const pool = await pools.open(toRead.some(isLarge) ? Number.POSITIVE_INFINITY : sum(toRead.map(weightOf)) / USUAL);
  const marks = new Map(toRead.map((file) => [file.path, file]));
  const batches = inBatches(heaviestFirst(toRead), BATCH, weightOf);
  const taskOf = (files: readonly PostFile[]): StoreTask => ({ files, options: config.pipeline, pack: store.pack });
  const keep = (batch: readonly (PlacedRead | ReadPost)[]): void => {
    for (const read of batch) {
      const { size } = marks.get(read.path)!;
      // A post that was given up is tried again by the next build.
      const modified = read.contentHash === "" ? 0 : marks.get(read.path)!.modified;
      const mark = { size, modified, contentHash: read.contentHash };
      found.set(read.path, store.add(read.path, mark, read.packed));
      durations.push({ path: read.path, milliseconds: read.milliseconds });
    }
    done += batch.length;
    onProgress({ phase: "read", done, total: files.length });
  };
  const suspects: PostFile[] = [];
  const readBatch = async (files: readonly PostFile[], run: WorkPool["run"]): Promise<void> => {
    try {
      keep(await run("storePosts", taskOf(files)));
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      suspects.push(...files);
    }
  };
  await forBatches(batches, pool, readBatch, (files) => !files.some(isLarge));
  for (const file of suspects) keep(await readAlone(taskOf([file]), pool));
  store.save(files.map(({ path }) => path));
  durations.sort((a, b) => b.milliseconds - a.milliseconds);
  return {
    posts: files.map(({ path }) => found.get(path)!),
    fromCache: files.length - durations.length,
    slowest: durations.slice(0, 10),
  };
}

/** A thread without memory ends with all that was under way in it. A post that takes all of it alone is given up. */
async function readAlone(task: StoreTask, { run }: WorkPool): Promise<readonly (PlacedRead | ReadPost)[]> {
  try {
    return await run("storePosts", task);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    return run("refusePosts", task);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function heaviestFirst(files: readonly PostFile[]): PostFile[] {
  return [...files].sort((a, b) => b.size - a.size);
}

function isSame(file: SourceFile, known: { size: number; modified: number }, written: number): boolean {
  return file.size === known.size && file.modified === known.modified && file.modified < written - GRAIN;
}
