import { expect, test } from "vitest";
import { alignColumns, clip } from "../../src/lib/columns.js";

test("columns are as wide as their widest cell, Chinese counted double", () => {
  expect(
    alignColumns(
      [
        ["墨水", "1"],
        ["ink", "200"],
      ],
      [10, 10],
    ),
  ).toEqual(["墨水  1", "ink   200"]);
});

test("numbers to the right, long cells cut", () => {
  expect(
    alignColumns(
      [
        ["1", "feather and ink"],
        ["20", "x"],
      ],
      [5, 8],
      [0],
    ),
  ).toEqual([" 1  feather…", "20  x"]);
});

test("a wide character that does not fit is left out whole", () => {
  expect(clip("墨水笔", 4)).toBe("墨…");
  expect(clip("墨水", 4)).toBe("墨水");
});
