/** The posts of an index lie in two parts, so that a new post touches the small one only. */
export type PartName = "settled" | "recent";

/** How many posts the recent part grows to before they settle. */
const RECENT = 512;

/** How many of that many posts are settled: the oldest. */
export function settledOf(posts: number): number {
  return posts - (posts % RECENT);
}

/** Addresses and titles of so many posts are in one file. */
export const POSTS_IN_LIST = 32;

export function shardPath(part: PartName, shard: number): string {
  return `search/${part}/${shard}.bin`;
}

export function listPath(list: number): string {
  return `search/posts/${list}.json`;
}

export const overviewPath = "search/index.json";
