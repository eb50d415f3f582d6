import fc from "fast-check";
import matter from "gray-matter";
import { expect, it } from "vitest";
import { isPlainBlock } from "../../src/loader/front-matter.js";

/** What gray-matter takes for the YAML between the lines of dashes. */
function splitByLibrary(block: string): string | undefined {
  let read: string | undefined;
  const yaml = (text: string) => {
    read = text.slice(1);
    return {};
  };
  matter(`---\n${block}\n---\n`, { delimiters: ["---", "---\n"] as never, engines: { yaml } });
  return read;
}

it("a plain block is the one that gray-matter finds", () => {
  let plain = 0;
  const pieces = fc.constantFrom(..."a: b|title|---|--|-|#|# c|\n|\n|\n|\r| |...|\u2028|\ufeff|yaml|é".split("|"));
  const blocks = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(""));
  fc.assert(
    fc.property(blocks, (block) => {
      if (!isPlainBlock(block)) return;
      plain += 1;
      expect(splitByLibrary(block)).toBe(block);
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(300);
});

it.each(["", "# a", "- a", "a: b\n---\nc: d", "a: b\n---"])("%j is left to it", (block) => {
  expect(isPlainBlock(block)).toBe(false);
});
