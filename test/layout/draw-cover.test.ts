import { expect, test } from "vitest";
import { drawCover } from "../../src/layout/draw-cover.js";
import { print } from "./engine-of.js";

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

test("every line stays on the sheet", () => {
  for (let number = 0; number < 300; number += 1) {
    for (const [, left, right] of drawCover(`title ${number}`).matchAll(/h(\d+)m8 0h(\d+)/g))
      expect(9 + Number(left) + 8 + Number(right)).toBeLessThan(96);
  }
});

test("layouts print it as it is", () => {
  expect(print("{{ title | drawn_cover }}", { title: "Tea" })).toBe(drawCover("Tea"));
});
