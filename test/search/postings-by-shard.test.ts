import fc from "fast-check";
import { expect, test } from "vitest";
import { createPostingsByShard } from "../../src/search/postings-by-shard.js";
import { type Postings, shardOf } from "../../src/search/shard.js";
import { sortPostings } from "../../src/search/sort-postings.js";

const bits = 3;
const [first, end] = [2, 6];

/** Many in some shards, few in others. */
const term = fc
  .oneof({ weight: 5, arbitrary: fc.nat(2 ** 27) }, { weight: 1, arbitrary: fc.nat(2 ** 30) })
  .map((number) => number * 2 + 2 ** 30);
const terms = fc.array(term, { maxLength: 1500, size: "max" });

const rows = (postings: Postings) => Array.from(postings.terms, (one, at) => [one, postings.posts[at]!] as const);
const code = ([one]: readonly [number, number]) => one >>> 2;

test("each shard has its postings in the order in which they came, and then in that of their codes", () => {
  fc.assert(
    fc.property(terms, fc.nat(3000), (all, expected) => {
      const postings = createPostingsByShard(first, end, bits, expected);
      for (const [post, one] of all.entries()) postings.add(one, post);
      for (let shard = first; shard < end; shard += 1) {
        const own = all.map((one, post) => [one, post] as const).filter(([one]) => shardOf(one, bits) === shard);
        const found = postings.of(shard);
        expect(rows(found)).toEqual(own);
        sortPostings(found, bits);
        expect(rows(found)).toEqual(own.toSorted((a, b) => code(a) - code(b)));
      }
    }),
  );
});
