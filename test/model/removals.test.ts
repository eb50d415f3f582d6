import fc from "fast-check";
import { expect, test } from "vitest";
import { exchangeRemovals, type RemovalCount, sumRemovals } from "../../src/model/removals.js";

const removals: fc.Arbitrary<readonly RemovalCount[]> = fc.uniqueArray(
  fc.tuple(fc.constantFrom("empty p", "hidden svg", "script", "div.toc"), fc.integer({ min: 1, max: 3 })),
  { selector: ([rule]) => rule },
);

test("sums after one post's removals became others are those of all posts together", () => {
  fc.assert(
    fc.property(fc.array(removals), removals, removals, (others, before, now) => {
      expect(exchangeRemovals(sumRemovals([...others, before]), before, now)).toEqual(sumRemovals([...others, now]));
    }),
  );
});
