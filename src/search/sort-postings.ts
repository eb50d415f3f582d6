import { CODE_BITS } from "./grams.js";
import type { Postings } from "./shard.js";

/* Radix sort: an order of magnitude quicker than a comparing one, and it keeps the order of what is equal. */
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;

/**
 * Sorts by code, then by post. Of the codes only the bits behind the shard's count, since all begin alike; where the posts are
 * in order already (`isByPost`), that order stays.
 */
export function sortPostings(postings: Postings, shardBits: number, isByPost: boolean): Postings {
  let sorted = postings;
  if (!isByPost) {
    let most = 0;
    for (const post of postings.posts) most = Math.max(most, post);
    for (let shift = 0; most >>> shift > 0; shift += DIGIT) sorted = byDigit(sorted, sorted.posts, shift);
  }
  for (let shift = 0; shift < CODE_BITS - shardBits; shift += DIGIT) sorted = byDigit(sorted, sorted.terms, shift + 2);
  return sorted;
}

function byDigit({ terms, posts }: Postings, keys: Uint32Array, shift: number): Postings {
  const starts = new Uint32Array(BUCKETS + 1);
  for (const key of keys) starts[((key >>> shift) & (BUCKETS - 1)) + 1]! += 1;
  for (let bucket = 1; bucket <= BUCKETS; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
  const sorted = { terms: new Uint32Array(terms.length), posts: new Uint32Array(posts.length) };
  for (let at = 0; at < keys.length; at += 1) {
    const bucket = (keys[at]! >>> shift) & (BUCKETS - 1);
    const to = starts[bucket]!;
    starts[bucket] = to + 1;
    sorted.terms[to] = terms[at]!;
    sorted.posts[to] = posts[at]!;
  }
  return sorted;
}
