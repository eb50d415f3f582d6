import fc from "fast-check";
import { expect, test } from "vitest";
import { portableSegment } from "../../src/model/segment.js";

test("plain names stay as they are, but for those that Windows keeps for itself", () => {
  for (const name of ["a", "a-b_c.d", "浮石", "2024", "v1..2", "console"]) expect(portableSegment(name)).toBe(name);
  for (const name of ["con", "NUL", "com1.txt"]) expect(portableSegment(name)).toBe(`${name}-`);
});

test("what an invisible character kept apart is one character, as a second look would find", () => {
  expect(portableSegment("a\u200b\u0301")).toBe("\u00e1");
});

test("no name ends in a dot, is longer than 207 bytes or changes when it is made portable again", () => {
  const char = fc.constantFrom("a", "Z", "-", ".", " ", "石", "\u0301", "/", ":", "\u200b", "ﬁ", "\ud800");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: char, maxLength: 260 }), fc.string()), (name) => {
      const made = portableSegment(name);
      expect(made).not.toMatch(/[.\s]$|[<>:"/\\|?*]/);
      expect(made).not.toBe("");
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(207);
      expect(portableSegment(made)).toBe(made);
    }),
  );
});
