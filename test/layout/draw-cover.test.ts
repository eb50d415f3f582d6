import { expect, test } from "vitest";
import { drawCover } from "../../src/layout/draw-cover.js";
import { print } from "./engine-of.js";

/** Where the widest letter begins, and how wide the sheet is, without the round ends of lines. */
const LETTER = { left: 52, top: 24 };
const SHEET = 94;

test("the same title gives the same picture, another title another", () => {
  expect(drawCover("Pumice")).toBe(drawCover("Pumice"));
  expect(drawCover("Pumice")).not.toBe(drawCover("Pumice stone"));
});

test.each([
  ["“旧网页”", "旧"],
  ["pumice", "P"],
  ["3 things", "3"],
  ["𠮷野家", "𠮷"],
  ["<script>", "S"],
  ["!?", ""],
])("%s has the letter %s and nothing else of the title", (title, letter) => {
  expect(drawCover(title)).toContain(`stroke="none">${letter}</text></svg>`);
  expect(drawCover(title)).not.toMatch(/script|style|on\w+=/i);
});

test("every line stays on the sheet, and beside the letter ends before it", () => {
  for (let number = 0; number < 300; number += 1) {
    for (const [, top, left, right] of drawCover(`title ${number}`).matchAll(/M9 (\d+)h(\d+)m8 0h(\d+)/g))
      expect(9 + Number(left) + 8 + Number(right)).toBeLessThan(Number(top) < LETTER.top ? SHEET : LETTER.left);
  }
});

test("layouts print it as it is", () => {
  expect(print("{{ title | drawn_cover }}", { title: "Tea" })).toBe(drawCover("Tea"));
});
