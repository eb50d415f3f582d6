import fc from "fast-check";
import { expect, it } from "vitest";
import { decode } from "../../src/loader/decode.js";

it("any well-formed UTF-8 is the text that was written", () => {
  const letters = fc.constantFrom(
    ..."a é ß € 中 文 😀 \ufeff \ufffd \u07ff \u0800 \ud7ff \ue000 \n".split(" "),
    "\u{10fffd}",
  );
  const texts = fc.array(fc.oneof(letters, fc.string({ unit: "grapheme-composite" })), { maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.nat(3), (some, before) => {
      const text = some.join("").replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|^\ufeff+/g, "");
      // Out of the middle of other bytes, too.
      const bytes = Buffer.from(`${"x".repeat(before)}${text}`).subarray(before);
      expect(decode(bytes, "a.html")).toEqual({ text, messages: [] });
    }),
    { numRuns: 2000 },
  );
});
