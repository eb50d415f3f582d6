import type { PostTerms } from "./post-terms.js";
import { shardOf } from "./shard.js";

/** How the posts of an index differ from those that it was made of. */
export interface ChangedPosts {
  /** Places among the new posts, rising. */
  readonly added: readonly number[];
  /** Places among the old ones. */
  readonly removed: readonly number[];
  /** New places by old ones; -1 for those that are gone or come anew. */
  readonly renumber: Int32Array;
  /** Whether those that stay have other places than before. */
  readonly isShifted: boolean;
}

/** Compares two lists by identity. A post that went past others counts as gone and come again. */
export function comparePosts<T>(before: readonly T[], now: readonly T[]): ChangedPosts {
  const renumber = new Int32Array(before.length).fill(-1);
  const shorter = Math.min(before.length, now.length);
  // Mostly a few posts of many are others: what stands before and behind them needs no looking up.
  let start = 0;
  while (start < shorter && before[start] === now[start]) renumber[start] = start++;
  const shift = now.length - before.length;
  let end = before.length;
  while (end > start && end + shift > start && before[end - 1] === now[end + shift - 1]) renumber[--end] = end + shift;
  let isShifted = shift !== 0 && end < before.length;

  const places = new Map(before.slice(start, end).map((post, index) => [post, start + index]));
  const added: number[] = [];
  let last = start - 1;
  for (let place = start; place < end + shift; place += 1) {
    const old = places.get(now[place]!);
    if (old === undefined || old <= last) {
      added.push(place);
      continue;
    }
    last = old;
    renumber[old] = place;
    isShifted ||= old !== place;
  }
  const removed: number[] = [];
  for (let old = start; old < end; old += 1) if (renumber[old] === -1) removed.push(old);
  return { added, removed, renumber, isShifted };
}

/** Shards to be made anew where posts stay in their places and some of them have other terms. */
export function touchedShards(
  before: ReadonlyMap<number, PostTerms>,
  now: ReadonlyMap<number, PostTerms>,
  bits: number,
): ReadonlySet<number> {
  const shards = new Set<number>();
  for (const place of new Set([...before.keys(), ...now.keys()])) {
    const [old, young] = [new Set(before.get(place)), new Set(now.get(place))];
    for (const term of old) if (!young.has(term)) shards.add(shardOf(term, bits));
    for (const term of young) if (!old.has(term)) shards.add(shardOf(term, bits));
  }
  return shards;
}
