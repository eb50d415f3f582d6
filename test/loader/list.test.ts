import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultConfig } from "../../src/config/defaults.js";
import { entriesBelow } from "../../src/lib/entries-below.js";
import { listSources } from "../../src/loader/list.js";
import { makeFolder } from "../writer/folder.js";

/** A site among whose files are links: to a file of its own, out of the site, and round in a circle. */
function siteWithLinks(): string {
  const secret = makeFolder({ "secret.md": "secret", "secret.png": "secret" });
  const site = makeFolder({ "posts/a/deep/one.md": "1", "posts/two.md": "2", "posts/.hidden/x.md": "x" });
  symlinkSync(join(site, "posts/two.md"), join(site, "posts/inside.md"));
  symlinkSync(join(secret, "secret.md"), join(site, "posts/outside.md"));
  symlinkSync(secret, join(site, "posts/folder"));
  symlinkSync(site, join(site, "posts/loop"));
  symlinkSync(join(site, "nowhere"), join(site, "posts/dangling.md"));
  return site;
}

test("links lead to no file out of the folder, on any version of Node", () => {
  const source = siteWithLinks();
  const { posts, attachments } = listSources({ ...defaultConfig(), source });
  expect(posts.map(({ path }) => path)).toEqual(["posts/a/deep/one.md", "posts/inside.md", "posts/two.md"]);
  expect(attachments).toEqual([]);
});

test("everything below a folder, and links only as what they are", () => {
  const names = entriesBelow(join(siteWithLinks(), "posts")).map(({ name }) => name);
  expect(names.sort()).toEqual(
    [
      ".hidden",
      "a",
      "dangling.md",
      "deep",
      "folder",
      "inside.md",
      "loop",
      "one.md",
      "outside.md",
      "two.md",
      "x.md",
    ].sort(),
  );
});
