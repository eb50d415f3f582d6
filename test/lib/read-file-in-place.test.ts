import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFileInPlace } from "../../src/lib/read-file-in-place.js";

const file = join(mkdtempSync(join(tmpdir(), "pumice-")), "file");

test.each([0, 1, 5000, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 900_000])(
  "a file of %i bytes is read whole",
  (size) => {
    writeFileSync(
      file,
      Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251),
    );
    expect(readFileInPlace(file).equals(readFileSync(file))).toBe(true);
  },
);

test("what cannot be read is told as Node tells it", () => {
  expect(() => readFileInPlace(join(file, "none"))).toThrow(/ENOTDIR/);
  expect(() => readFileInPlace(tmpdir())).toThrow(/EISDIR/);
});
