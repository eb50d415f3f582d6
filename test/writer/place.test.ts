import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build.js";
import { makeFolder, readFolder } from "./folder.js";

const links = ["posts/bodies-1.pack", "posts/posts.index.new", "lock", "builds/x.json", "sites"];

test("links in the state folder go, and nothing is written through them", async () => {
  const others = makeFolder({ "precious.txt": "precious" });
  const source = makeFolder({ "_config.yml": "title: A\n", "posts/2024-01-01-a.html": "<p>Words.</p>" });
  for (const name of links) {
    const link = join(source, ".pumice", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(name === "sites" ? others : join(others, "precious.txt"), link);
  }
  expect((await build({ source })).ok).toBe(true);
  expect(readFolder(others)).toEqual({ "precious.txt": "precious" });
});
