import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/search/fold.js";
import { gramsOf } from "../../src/search/grams.js";
import { takeTerms, weight } from "../../src/search/post-terms.js";
import { sortTerms } from "../../src/search/sort-terms.js";

const weightsOf = (title: string, html: string, gram: string): number[] => {
  const [code] = gramsOf(foldText(gram));
  return [...takeTerms(title, html)].filter((term) => term >>> 2 === code).map((term) => term & 3);
};

describe("the terms of a post", () => {
  it.each([
    ["once", "<p>石灰</p>", weight.seldom],
    ["twice", "<p>石灰</p><p>石灰</p>", weight.seldom],
    ["three times", "<p>石灰</p><p>石灰</p><p>石灰</p>", weight.often],
    ["in a heading, too", "<h2>石灰</h2><p>石灰</p><p>石灰</p><p>石灰</p>", weight.heading],
  ])("a gram that stands there %s comes once, with its weight", (_, html, expected) => {
    expect(weightsOf("水", html, "石灰")).toEqual([expected]);
  });

  it("a gram of the title weighs most", () => {
    expect(weightsOf("石灰", "<h2>石灰</h2>", "石灰")).toEqual([weight.title]);
  });

  it("are in order, each code once", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 300 }), (title, text) => {
        const codes = [...takeTerms(title, `<p>${text}</p>`)].map((term) => term >>> 2);
        expect(codes).toEqual([...new Set(codes)].toSorted((a, b) => a - b));
      }),
    );
  });
});

it("terms are sorted as numbers, whatever their bits", () => {
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 100 }), (terms) => {
      const sorted = terms.toSorted();
      sortTerms(terms);
      expect(terms).toEqual(sorted);
    }),
  );
  const many = Uint32Array.from({ length: 40_000 }, (_, at) => Math.imul(at, 0x9e3779b1));
  const sorted = many.toSorted();
  sortTerms(many);
  expect(many).toEqual(sorted);
});
