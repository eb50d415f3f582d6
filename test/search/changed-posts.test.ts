import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePosts, touchedShards } from "../../src/search/changed-posts.js";

/** A list, and another one made of it by taking out, bringing in and moving. */
const lists = fc
  .tuple(
    fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 }),
    fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 }),
    fc.boolean(),
  )
  .map(([before, other, isLike]): [number[], number[]] => [
    before,
    isLike ? before.filter((post) => post % 5 > 0).concat(other.filter((post) => !before.includes(post))) : other,
  ]);

test("what stays keeps its order, and with what is added makes up the new list", () => {
  fc.assert(
    fc.property(lists, ([before, now]) => {
      const { added, removed, renumber, isShifted } = comparePosts(before, now);
      const made: (number | undefined)[] = [];
      for (const place of added) made[place] = now[place];
      const staying = [...renumber].flatMap((place, old) => (place === -1 ? [] : [{ place, old }]));
      for (const { place, old } of staying) {
        expect(made[place]).toBeUndefined();
        made[place] = before[old];
      }
      expect(made).toEqual(now);
      expect(staying.map(({ place }) => place)).toEqual(staying.map(({ place }) => place).sort((a, b) => a - b));
      expect(removed).toEqual([...renumber].flatMap((place, old) => (place === -1 ? [old] : [])));
      expect(isShifted).toBe(staying.some(({ place, old }) => place !== old));
    }),
    { numRuns: 2000 },
  );
});

test("one changed post among many is all that is found", () => {
  const before = Array.from({ length: 100 }, (_, post) => ({ post }));
  const now = before.with(40, { post: 40 });
  expect(comparePosts(before, now)).toMatchObject({ added: [40], removed: [40], isShifted: false });
});

test("shards are touched by the terms that a post won, lost or has with another weight, and by no others", () => {
  const bits = 4;
  const inShard = (shard: number, weight = 0) => (shard << (32 - bits)) + weight;
  const terms = (...of: number[]) => new Map([[7, Uint32Array.from(of)]]);
  const before = terms(inShard(1), inShard(2), inShard(3, 1));
  const now = terms(inShard(1), inShard(3, 2), inShard(4));
  expect([...touchedShards(before, now, bits)].sort()).toEqual([2, 3, 4]);
  expect([...touchedShards(before, new Map(), bits)].sort()).toEqual([1, 2, 3]);
});
