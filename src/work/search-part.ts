import { closeSync, openSync } from "node:fs";
import type { IndexedPart, IndexedPost, SearchRecord } from "../cache/search-record.js";
import { readTerms } from "../cache/term-store.js";
import { forBatches, inBatches } from "../lib/pool.js";
import { type ChangedPosts, comparePosts, touchedShards } from "../search/changed-posts.js";
import { type PartName, shardPath } from "../search/output-paths.js";
import type { PostTerms } from "../search/post-terms.js";
import { shardBitsFor } from "../search/shard.js";
import type { Place } from "../writer/place.js";
import type { StagedFile } from "../writer/stage.js";
import { LIGHT, type Pools } from "./pools.js";
import { addedPosts, type ShardsTask, type StagedShard } from "./search-tasks.js";

export interface PartInput {
  readonly part: PartName;
  readonly place: Place;
  readonly pack: string;
  readonly posts: readonly IndexedPost[];
  /** What the part was made of, where all of its shards still stand. */
  readonly former: (IndexedPart & Pick<SearchRecord, "posts">) | undefined;
}

export interface StagedPart extends IndexedPart {
  readonly staged: readonly StagedFile[];
  readonly kept: readonly string[];
}

/** How many postings a task has in memory, eight bytes each; more where there would be more tasks than `MOST_TASKS` by it. */
const POSTINGS_AT_ONCE = 700_000;

/** Each task goes through the terms of all posts. */
const MOST_TASKS = 16;

/** Stages the shards of a part that are others than they were; nothing where the store is damaged. */
export async function stagePart(input: PartInput, pools: Pools): Promise<StagedPart | undefined> {
  const { part, posts, former } = input;
  const bits = shardBitsFor(countTerms(posts));
  const plan = planOf(input, bits);
  if (!plan) return undefined;
  const pool = await pools.open(LIGHT * plan.added.posts.length);
  const results: (readonly StagedShard[] | undefined)[] = [];
  await forBatches(inBatches(plan.tasks, 1), pool, async ([task], run) => {
    results.push(await run("stageShards", task!));
  });
  const checksums: (number | undefined)[] = plan.isFresh ? [] : [...(former?.checksums ?? [])];
  const staged: StagedFile[] = [];
  const made = new Set<number>();
  for (const result of results) {
    if (!result) return undefined;
    for (const { shard, file } of result) {
      staged.push(file);
      made.add(shard);
      checksums[shard] = file.checksum;
    }
  }
  const all = Array.from({ length: 2 ** bits }, (_, shard) => shard);
  return {
    bits,
    checksums: all.map((shard) => checksums[shard] ?? -1),
    staged,
    kept: all.filter((shard) => !made.has(shard)).map((shard) => shardPath(part, shard)),
  };
}

interface Plan {
  readonly tasks: readonly ShardsTask[];
  readonly added: ShardsTask["added"];
  /** Whether nothing of the former shards is used. */
  readonly isFresh: boolean;
}

function planOf(input: PartInput, bits: number): Plan | undefined {
  const { part, place, pack, posts, former } = input;
  const common = { part, place, pack };
  const changed = former?.bits === bits ? comparePosts(former.posts, posts) : undefined;
  if (!former || !changed || changed.added.length > posts.length / 2) {
    const added = addedPosts(posts, posts.keys());
    const postings = countTerms(posts);
    const ranges = rangesOf(bits, postings);
    // Codes are hashes, so they are spread evenly; a little more, and nothing has to be moved.
    const expected = Math.ceil((postings / ranges.length) * 1.05) + 4096;
    const tasks = ranges.map((range) => ({ ...common, range: { ...range, expected }, added }));
    return { tasks, added, isFresh: true };
  }
  const added = addedPosts(posts, changed.added);
  if (changed.added.length === 0 && changed.removed.length === 0) return { tasks: [], added, isFresh: false };
  const { renumber } = changed;
  if (changed.isShifted) {
    const tasks = rangesOf(bits, countTerms(posts)).map((range) => ({ ...common, range, added, renumber }));
    return { tasks, added, isFresh: false };
  }
  const wanted = touched(changed, input, former.posts, bits);
  const range = { first: 0, end: 2 ** bits, bits, wanted };
  return wanted && { tasks: [{ ...common, range: { ...range, wanted }, added, renumber }], added, isFresh: false };
}

function touched(
  { added, removed }: ChangedPosts,
  { pack, posts }: PartInput,
  former: readonly IndexedPost[],
  bits: number,
): ReadonlySet<number> | undefined {
  const descriptor = openSync(pack, "r");
  try {
    const before = termsOf(former, removed, descriptor);
    const now = termsOf(posts, added, descriptor);
    return before && now && touchedShards(before, now, bits);
  } finally {
    closeSync(descriptor);
  }
}

function termsOf(posts: readonly IndexedPost[], places: readonly number[], descriptor: number) {
  const terms = new Map<number, PostTerms>();
  for (const place of places) {
    const read = readTerms(descriptor, posts[place]!);
    if (!read) return undefined;
    terms.set(place, read);
  }
  return terms;
}

function countTerms(posts: readonly IndexedPost[]): number {
  return posts.reduce((sum, { count }) => sum + count, 0);
}

/** All shards, cut so that the postings of each range fit into memory. */
function rangesOf(bits: number, postings: number): readonly ShardsTask["range"][] {
  const shards = 2 ** bits;
  const tasks = Math.min(MOST_TASKS, Math.ceil(Math.max(1, postings) / POSTINGS_AT_ONCE));
  const step = Math.ceil(shards / tasks);
  return Array.from({ length: Math.ceil(shards / step) }, (_, index) => ({
    first: index * step,
    end: Math.min(shards, (index + 1) * step),
    bits,
  }));
}
