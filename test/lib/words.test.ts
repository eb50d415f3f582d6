import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../../src/lib/words.js";

test.each([
  ["It's a pre-war stone, v1.2.3 of 2024.", { characters: 0, words: 7 }],
  ["浮石 floats在水上", { characters: 5, words: 1 }],
  ["かな カナ 𠮷", { characters: 5, words: 0 }],
  ["one--two three-浮 -four", { characters: 1, words: 4 }],
  ["𝒳y é Ωmega 한국어 🪨", { characters: 0, words: 4 }],
])("%s", (text, counted) => {
  expect(countWords(text)).toEqual(counted);
});

/** The same said with regular expressions. */
function countSlowly(text: string) {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const words = text.replace(wide, " ").match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu);
  return { characters: text.match(wide)?.length ?? 0, words: words?.length ?? 0 };
}

test("counts as regular expressions would", () => {
  const unit = fc.oneof(fc.constantFrom(..."ab1 '-’.,石かé한𠮷𝒳🪨"), fc.string({ unit: "binary", maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join("");
      expect(countWords(text)).toEqual(countSlowly(text));
    }),
    { numRuns: 1000 },
  );
});
