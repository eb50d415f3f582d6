import type { PostTerms } from "./post-terms.js";
import { createPostingsByShard, type PostingsByShard } from "./postings-by-shard.js";
import { decodeShard, encodeShard, type Postings, shardOf } from "./shard.js";
import { sortPostings } from "./sort-postings.js";

/** A post whose terms come into the index under a number. */
export interface NumberedTerms {
  readonly post: number;
  readonly terms: PostTerms;
}

/** What the shards held before, and what became of the posts in them. */
export interface FormerShards {
  readonly read: (shard: number) => Uint8Array;
  /** New numbers by old ones, rising; -1 for those that are gone or come anew. */
  readonly renumber: Int32Array;
}

/** The shards to make: of those from `first` up to, but without, `end` the ones that are `wanted`, or all. */
export interface ShardRange {
  readonly first: number;
  readonly end: number;
  readonly bits: number;
  readonly wanted?: ReadonlySet<number>;
  /** About how many postings come into them: nothing has to be moved where that is known. */
  readonly expected?: number;
}

export interface Shard {
  readonly shard: number;
  readonly bytes: Uint8Array;
}

/**
 * Makes shards. The posts come in rising order; their terms are done with before the next one comes. All their postings in
 * the range are in memory at once.
 */
export function* mergeShards(
  posts: Iterable<NumberedTerms>,
  range: ShardRange,
  former?: FormerShards,
): Generator<Shard> {
  const { first, end, bits, wanted } = range;
  const added = collect(posts, range);
  for (let shard = first; shard < end; shard += 1) {
    if (wanted && !wanted.has(shard)) continue;
    const own = added.of(shard);
    sortPostings(own, bits);
    const all = former ? withFormer(own, former, shard, bits) : own;
    yield { shard, bytes: encodeShard(all, shard, bits) };
  }
}

function withFormer(added: Postings, { read, renumber }: FormerShards, shard: number, bits: number): Postings {
  const old = decodeShard(read(shard), shard, bits, renumber);
  return added.terms.length === 0 ? old : mergePostings(old, added);
}

/** Merges postings that are in order; no post is in both. */
function mergePostings(a: Postings, b: Postings): Postings {
  const length = a.terms.length + b.terms.length;
  const merged = { terms: new Uint32Array(length), posts: new Uint32Array(length) };
  for (let at = 0, inA = 0, inB = 0; at < length; at += 1) {
    const isOfA = inB === b.terms.length || (inA < a.terms.length && comesBefore(a, inA, b, inB));
    const [from, index] = isOfA ? [a, inA++] : [b, inB++];
    merged.terms[at] = from.terms[index]!;
    merged.posts[at] = from.posts[index]!;
  }
  return merged;
}

function comesBefore(a: Postings, inA: number, b: Postings, inB: number): boolean {
  const [code, other] = [a.terms[inA]! >>> 2, b.terms[inB]! >>> 2];
  return code < other || (code === other && a.posts[inA]! < b.posts[inB]!);
}

/** The postings of a range of shards; those of each in the order of the posts. */
function collect(posts: Iterable<NumberedTerms>, { first, end, bits, expected = 0 }: ShardRange): PostingsByShard {
  const found = createPostingsByShard(first, end, bits, expected);
  for (const { post, terms } of posts)
    for (let at = firstIn(terms, first, bits); at < terms.length && shardOf(terms[at]!, bits) < end; at += 1)
      found.add(terms[at]!, post);
  return found;
}

/** Index of the first term that belongs to a shard or a later one. */
function firstIn(terms: PostTerms, shard: number, bits: number): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shardOf(terms[middle]!, bits) < shard) low = middle + 1;
    else high = middle;
  }
  return low;
}
