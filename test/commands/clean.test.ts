import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acquireLock } from "../../src/writer/lock.js";
import { publish } from "../../src/writer/publish.js";
import { createStager } from "../../src/writer/stage.js";
import { addFiles, makeFolder, readFolder } from "../writer/folder.js";
import { placeOf, writeSite } from "../writer/site.js";
import { run } from "./terminal.js";

test("removes what builds have written and the cache, and nothing else", async () => {
  const source = makeFolder({ "posts/a.md": "a" });
  writeSite(source, { "a.html": "a", "tags/c/index.html": "c" });
  addFiles(source, { "_site/mine.txt": "mine", ".pumice/posts/cache": "x" });
  const { exitCode, stderr } = await run(["clean", "-s", source]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain("removed 2 files");
  expect(readFolder(source)).toEqual({ "_site/mine.txt": "mine", "posts/a.md": "a" });
  expect(existsSync(join(source, ".pumice"))).toBe(false);
  expect((await run(["clean", "-s", source])).exitCode).toBe(0);
});

test("leaves a destination outside the site alone, unless it is named", async () => {
  const source = makeFolder();
  const outside = join(makeFolder(), "public");
  const place = placeOf(source, outside);
  publish(place, { staged: [createStager(place)({ path: "a.html", contents: "a" })] });
  expect((await run(["clean", "-s", source])).stderr).toContain(`left ${outside}`);
  expect(readFolder(outside)).toEqual({ "a.html": "a" });
  expect((await run(["clean", "-s", source, "-d", outside])).stderr).toContain("removed 1 file");
  expect(existsSync(outside)).toBe(false);
  expect(existsSync(join(source, ".pumice"))).toBe(false);
});

test("waits for no build that is running", async () => {
  const source = makeFolder();
  writeSite(source, { "a.html": "a" });
  const release = await acquireLock(join(source, ".pumice"));
  const { exitCode, stderr } = await run(["clean", "-s", source]);
  release();
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Another build");
  expect(existsSync(join(source, "_site/a.html"))).toBe(true);
});

test("removes the caches of a Jekyll site, whoever made them", async () => {
  const cache = { ".jekyll-cache/Jekyll/Cache/x": "x", ".jekyll-cache/.gitignore": "*", ".jekyll-metadata": "{}" };
  const source = makeFolder({ "_posts/2020-01-01-a.md": "a", ".sass-cache/y": "y", ...cache });
  const { exitCode, stderr } = await run(["clean", "-s", source]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain("removed .jekyll-cache\n");
  expect(readFolder(source)).toEqual({ "_posts/2020-01-01-a.md": "a" });
});

test("of a folder that is called the cache only the cache goes", async () => {
  const files = { "_posts/2020-01-01-a.md": "a", "_config.yml": "cache_dir: _posts\n" };
  const source = makeFolder({ ...files, "_posts/Jekyll/Cache/x": "x" });
  expect((await run(["clean", "-s", source])).exitCode).toBe(0);
  expect(readFolder(source)).toEqual(files);
});
