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
  return [...sums].map(([rule, sum]) => ({ rule, ...sum })).sort(byFrequency);
}

/** The sums after a post's removals became others. */
export function exchangeRemovals(
  sums: readonly Removal[],
  before: readonly RemovalCount[],
  now: readonly RemovalCount[],
): readonly Removal[] {
  const changed = new Map(sums.map((sum) => [sum.rule, sum]));
  const add = (removals: readonly RemovalCount[], sign: 1 | -1): void => {
    for (const [rule, count] of removals) {
      const sum = changed.get(rule) ?? { rule, count: 0, posts: 0 };
      changed.set(rule, { rule, count: sum.count + sign * count, posts: sum.posts + sign });
    }
  };
  add(before, -1);
  add(now, 1);
  return [...changed.values()].filter(({ posts }) => posts > 0).sort(byFrequency);
}

/** How often a rule removed something from a post, by rule. */
export function removalsOf(changes: Post["changes"]): readonly RemovalCount[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.action === "remove") counts.set(change.rule, (counts.get(change.rule) ?? 0) + change.count);
  }
  return [...counts];
}

const byFrequency = (a: Removal, b: Removal): number => b.count - a.count || compare(a.rule, b.rule);
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
