import type { Removal } from "./build.js";
import type { Post } from "./post.js";

export type RemovalCount = readonly [rule: string, count: number];

/** Adds up what the cleaning removed from the posts, by rule, most frequent first. */
export function sumRemovals(posts: Iterable<readonly RemovalCount[]>): readonly Removal[] {
  const sums = new Map<string, { count: number; posts: number }>();
  for (const removals of posts) {
    for (const [rule, count] of removals) {
      const sum = sums.get(rule) ?? { count: 0, posts: 0 };
      sums.set(rule, { count: sum.count + count, posts: sum.posts + 1 });
    }
  }
  return [...sums]
    .map(([rule, sum]) => ({ rule, ...sum }))
    .sort((a, b) => b.count - a.count || compare(a.rule, b.rule));
}

/** How often a rule removed something from a post, by rule. */
export function removalsOf(changes: Post["changes"]): readonly RemovalCount[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.action === "remove") counts.set(change.rule, (counts.get(change.rule) ?? 0) + change.count);
  }
  return [...counts];
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
