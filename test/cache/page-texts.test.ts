import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isMostlyGarbage, moveBlocks, otherPack } from "../../src/cache/alternate-packs.js";
import { openPageTexts, readPageText } from "../../src/cache/page-texts.js";

const folder = mkdtempSync(join(tmpdir(), "pumice-texts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts = ["石头", "", "lava", "x".repeat(300_000), "foam"];

test("texts are read as they were put, also by who opens the file again", () => {
  const file = join(folder, "read");
  const first = openPageTexts(file);
  const places = texts.map(first.put);
  expect(first.flush()).toBe(statSync(file).size);
  const again = openPageTexts(file);
  const last = again.put("later");
  again.flush();
  expect(places.map((place) => readPageText(file, place))).toEqual(texts);
  expect(readPageText(file, last)).toBe("later");
});

test("what is damaged, cut off or missing is not read", () => {
  const file = join(folder, "damaged");
  const { put, flush } = openPageTexts(file);
  const [place, end] = [put("lava"), put("foam")];
  flush();
  writeFileSync(file, readFileSync(file, "utf8").replace("lava", "java").slice(0, -1));
  expect([readPageText(file, place), readPageText(file, end), readPageText(`${file}-none`, place)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what is used moves out of a file that is mostly garbage", () => {
  const [file, next] = [join(folder, "a.pack"), join(folder, otherPack("a.pack"))];
  const { put, flush } = openPageTexts(file);
  const garbage = put("x".repeat(1_100_000));
  const used = [put("lava"), put("foam")];
  const size = flush();
  expect([isMostlyGarbage(size, used), isMostlyGarbage(size, [garbage, ...used])]).toEqual([true, false]);
  appendFileSync(file, "rest");
  const offsets = moveBlocks(file, next, used);
  const moved = used.map((place, at) => ({ ...place, offset: offsets[at]! }));
  expect(moved.map((place) => readPageText(next, place))).toEqual(["lava", "foam"]);
  expect([statSync(next).size, otherPack("b.pack")]).toEqual([8, "a.pack"]);
});
