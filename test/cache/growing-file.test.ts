import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addTo, growingFile, sizeOf } from "../../src/cache/growing-file.js";
import { makeFolder } from "../writer/folder.js";

const bytes = (text: string) => Buffer.from(text);

test("what several put into a file at the same time stands there whole, each at its place", () => {
  const file = growingFile(join(makeFolder({ "x.pack": "old" }), "x.pack"));
  // As another thread gets it.
  const same = structuredClone(file);
  const places = addTo(file, (put) => addTo(same, (also) => [put(bytes("one")), also(bytes("石")), put(bytes("two"))]));
  expect(places).toEqual([3, 6, 9]);
  expect(readFileSync(file.path, "utf8")).toBe("oldone石two");
  expect([sizeOf(file), sizeOf(same)]).toEqual([12, 12]);
});

test("a file that is not there yet begins empty", () => {
  const file = growingFile(join(makeFolder({}), "new.pack"));
  expect(sizeOf(file)).toBe(0);
  expect(addTo(file, (put) => put(bytes("a")))).toBe(0);
});
