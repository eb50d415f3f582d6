import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeShards, type NumberedTerms } from "../../src/search/merge.js";
import { shardOf } from "../../src/search/shard.js";

const bits = 2;
const range = { first: 0, end: 2 ** bits, bits };

/** Terms of a post: few codes, so that posts share them; each once, in rising order. */
const terms = fc
  .uniqueArray(fc.record({ code: fc.nat(11), high: fc.nat(3), weight: fc.nat(3) }), {
    maxLength: 8,
    selector: ({ code, high }) => `${code} ${high}`,
  })
  .map((all) =>
    Uint32Array.from(all.map(({ code, high, weight }) => ((high << 30) | (code << 2) | weight) >>> 0)).sort(),
  );

const posts = fc.array(fc.record({ terms, isFormer: fc.boolean(), isKept: fc.boolean() }), { maxLength: 12 });

const shardsOf = (numbered: readonly NumberedTerms[]) => [...mergeShards(numbered, range)].map(({ bytes }) => bytes);
const numbered = (all: readonly { readonly terms: Uint32Array }[]): NumberedTerms[] =>
  all.map((one, post) => ({ post, terms: one.terms }));

test("what comes into shards later gives the shards that all posts give at once", () => {
  fc.assert(
    fc.property(posts, (all) => {
      const former = all.filter(({ isFormer }) => isFormer);
      const now = all.filter(({ isFormer, isKept }) => !isFormer || isKept);
      const before = shardsOf(numbered(former));
      const renumber = Int32Array.from(former.map((post) => (post.isKept ? now.indexOf(post) : -1)));
      const added = numbered(now).filter(({ post }) => !now[post]!.isFormer);
      const merged = [...mergeShards(added, range, { read: (shard) => before[shard]!, renumber })];
      expect(merged.map(({ bytes }) => bytes)).toEqual(shardsOf(numbered(now)));
    }),
  );
});

test("each term lies in the shard of its first bits", () => {
  expect([0, 1, 2, 3].map((high) => shardOf((high << 30) >>> 0, bits))).toEqual([0, 1, 2, 3]);
});
