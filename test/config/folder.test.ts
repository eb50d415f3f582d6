import { describe, expect, it } from "vitest";
import { isFolderOfSite, sanitizedFolder } from "../../src/config/folder.js";

describe("a folder of the site", () => {
  it.each(["posts", "content/posts", "./posts/", "/posts", "a/../b", "..posts", "a..b/c", ""])("is %j", (folder) => {
    expect(isFolderOfSite(folder)).toBe(true);
  });

  it.each([
    "..",
    "../posts",
    "a/../../posts",
    "/../posts",
    "..\\posts",
    "C:\\posts",
    "c:/posts",
    "posts\0",
    "/C:/posts",
    "石".repeat(86),
  ])("is not %j", (folder) => {
    expect(isFolderOfSite(folder)).toBe(false);
  });

  it.each([
    ["_layouts", "_layouts"],
    ["./_layouts/", "_layouts"],
    ["/_layouts", "_layouts"],
    ["../../theme/layouts", "theme/layouts"],
    ["", ""],
  ])("Jekyll reads %j as %j", (written, meant) => {
    expect(sanitizedFolder(written)).toBe(meant);
  });
});
