import fc from "fast-check";
import { expect, test } from "vitest";
import { goesBeyond, lettersOf } from "../../src/pipeline/letters.js";

const text = fc.string({
  unit: fc.constantFrom(..."aAbB12 .-\n石，Σσςßİé", "😀", "𠮷", "𐐀", "𐐨", "\ud800", "\ufb01", "Å"),
  maxLength: 30,
});

test("letters are looked for as in a copy of the text that has nothing but them", () => {
  let found = 0;
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: fc.constantFrom(..."aAb 石"), maxLength: 40 }),
      fc.nat(20),
      fc.nat(8),
      (rare, plain, start, length) => {
        for (const whole of [rare, plain, plain + rare]) {
          const letters = lettersOf(whole.slice(start, start + length)) || "a";
          const all = lettersOf(whole);
          const at = all.indexOf(letters);
          const expected = at >= 0 && at + letters.length < all.length;
          if (expected) found += 1;
          expect(goesBeyond(whole, letters)).toBe(expected);
        }
      },
    ),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test("long texts of one letter are no trap", () => {
  expect(goesBeyond("a".repeat(2_000_000), `${"a".repeat(900)}b`)).toBe(false);
  expect(goesBeyond("a".repeat(99_000), `${"a".repeat(400)}b`)).toBe(false);
});
