import type { Removal } from "./build.js";
import type { Post } from "./post.js";

/** Adds up what the cleaning removed from the posts, by rule, most frequent first. */
export function sumRemovals(posts: Iterable<Pick<Post, "changes">>): readonly Removal[] {
  const sums = new Map<string, { count: number; posts: number }>();
  for (const { changes } of posts) {
    for (const [rule, count] of removalsOf(changes)) {
      const sum = sums.get(rule) ?? { count: 0, posts: 0 };
      sums.set(rule, { count: sum.count + count, posts: sum.posts + 1 });
    }
  }
  return [...sums]
    .map(([rule, sum]) => ({ rule, ...sum }))
    .sort((a, b) => b.count - a.count || compare(a.rule, b.rule));
}

function removalsOf(changes: Post["changes"]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.action === "remove") counts.set(change.rule, (counts.get(change.rule) ?? 0) + change.count);
  }
  return counts;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
