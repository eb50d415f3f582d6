import { symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { assertSafeDestination } from "../../src/writer/destination.js";
import { addFiles, makeFolder, readFolder } from "./folder.js";
import { placeOf, writeSite } from "./site.js";

const folders = {
  posts: "posts",
  drafts: "drafts",
  pages: "pages",
  layouts: "layouts",
  includes: "includes",
  assets: "assets",
  data: "data",
};

function check(source: string, destination: string, force = false): void {
  assertSafeDestination({ source, destination, folders }, placeOf(source, destination), force);
}

describe("assertSafeDestination", () => {
  const source = makeFolder({ "posts/a.md": "a" });

  test.each([
    ["the root", "/"],
    ["the home folder", homedir()],
    ["the source", source],
    ["a folder around the source", dirname(source)],
    ["the posts", join(source, "posts")],
    ["a new folder among the posts", join(source, "posts/out")],
    ["the state folder", join(source, ".pumice/x")],
    ["a file", join(source, "posts/a.md")],
  ])("refuses %s, also with force", (_, destination) => {
    expect(() => check(source, destination)).toThrow(/^The destination /);
    expect(() => check(source, destination, true)).toThrow(/^The destination /);
  });

  test("refuses a link to a folder that it would refuse", () => {
    symlinkSync(source, join(source, "link"));
    expect(() => check(source, join(source, "link"))).toThrow(/is the site's source/);
  });

  test("refuses a folder with foreign files, unless forced", () => {
    const foreign = makeFolder({ "thesis.txt": "precious" });
    expect(() => check(source, foreign)).toThrow(/did not write/);
    check(source, foreign, true);
    expect(readFolder(foreign)).toEqual({ "thesis.txt": "precious" });
  });

  test("takes a new, an empty and an earlier destination, and any `_site`", () => {
    check(source, join(source, "public"));
    check(source, makeFolder());
    addFiles(source, { "_site/by-jekyll.html": "x" });
    check(source, join(source, "_site"));
    const other = makeFolder();
    writeSite(other, { "a.html": "a" });
    check(other, join(other, "_site"));
  });

  test("a sibling whose name only begins like the source's is no part of it", () => {
    check(source, `${source}-out`);
  });
});
