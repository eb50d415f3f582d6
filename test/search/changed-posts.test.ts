import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePosts } from "../../src/search/changed-posts.js";

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
