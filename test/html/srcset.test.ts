import { describe, expect, it } from "vitest";
import { parseSrcset, printSrcset } from "../../src/html/srcset.js";

describe("srcset", () => {
  it.each([
    ["/a.png 1x, /b.png 2x", "/a.png 1x, /b.png 2x"],
    ["/a.png 320w,/b.png 640w", "/a.png 320w, /b.png 640w"],
    [" /a.png , ,/b.png 1.5x ,", "/a.png, /b.png 1.5x"],
    ["https://a.example/w_1,h_2/a.png 1x", "https://a.example/w_1,h_2/a.png 1x"],
    ["", ""],
    [",,,", ""],
  ])("%j is read as %j", (written, printed) => {
    expect(printSrcset(parseSrcset(written))).toBe(printed);
  });
});
