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
  const places = new Map(before.map((post, place) => [post, place]));
  const renumber = new Int32Array(before.length).fill(-1);
  const added: number[] = [];
  let last = -1;
  let isShifted = false;
  for (const [place, post] of now.entries()) {
    const old = places.get(post);
    if (old === undefined || old <= last) {
      added.push(place);
      continue;
    }
    last = old;
    renumber[old] = place;
    isShifted ||= old !== place;
  }
  const removed = Array.from(renumber.keys()).filter((old) => renumber[old] === -1);
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
