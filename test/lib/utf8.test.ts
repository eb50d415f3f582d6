import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeUtf8 } from "../../src/lib/utf8.js";

it("any text comes back from its bytes, a mark at its beginning included", () => {
  const texts = fc.string({
    unit: fc.oneof(fc.constantFrom("\ufeff", "\0", "ÿ", "浮", "🪨"), fc.string({ unit: "binary" })),
  });
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeUtf8(Buffer.from(text))).toBe(text.toWellFormed());
    }),
  );
});
