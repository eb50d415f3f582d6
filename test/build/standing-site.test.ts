import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { build as buildWithInputs } from "../../src/build.js";
import { build } from "../../src/engine.js";
import type { SourceFile } from "../../src/loader/list.js";
import { lookForStandingSite } from "../../src/work/standing-site.js";
import { writeFirstSite } from "./random-edits.js";
import { readTree, timesOf } from "./tree.js";

const theme = join(import.meta.dirname, "../..");
const made: string[] = [];

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pumice-standing-"));
  made.push(folder);
  return folder;
}

async function builtSite(): Promise<string> {
  const site = makeFolder();
  writeFirstSite(site);
  await build({ source: site });
  return site;
}

const stands = async (source: string, options = {}) =>
  (await lookForStandingSite({ source, ...options }, theme)).standing !== undefined;

const post = "posts/2024-03-01-one.html";

/** Another text of the same length. */
function changeOneLetter(file: string): void {
  const text = readFileSync(file, "utf8");
  const changed = text.replace("foam", "form");
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("a site stands", () => {
  test("when nothing changed, and its files keep their times", async () => {
    const site = await builtSite();
    const times = timesOf(join(site, "_site"));
    expect(await stands(site)).toBe(true);
    const result = await build({ source: site });
    expect(result).toMatchObject({
      ok: true,
      counts: { posts: 4, fromCache: 4 },
      written: { added: [], changed: [], removed: [] },
    });
    expect(timesOf(join(site, "_site"))).toEqual(times);
  });

  test("when every time is new, as after a fresh clone with a restored cache, in another folder too", async () => {
    const site = await builtSite();
    const clone = makeFolder();
    cpSync(site, clone, { recursive: true });
    for (const path of Object.keys(timesOf(clone))) utimesSync(join(clone, path), 1_700_000_000, 1_700_000_000);
    expect(await stands(clone)).toBe(true);
    // The new times were noted.
    expect(await stands(clone)).toBe(true);
    expect(readTree(join(clone, "_site"))).toEqual(readTree(join(site, "_site")));
  });
});

describe("a site does not stand", () => {
  const changes: readonly (readonly [string, (site: string) => void])[] = [
    ["a post's text", (site) => appendFileSync(join(site, post), "more")],
    ["the configuration", (site) => appendFileSync(join(site, "_config.yml"), "lang: en\n")],
    ["an include", (site) => appendFileSync(join(site, "includes/own.html"), "more")],
    ["a data file", (site) => appendFileSync(join(site, "data/people.yml"), "second: Aristotle\n")],
    ["a file more", (site) => writeFileSync(join(site, "posts/picture.svg"), "<svg/>")],
    ["a new layout", (site) => cpSync(join(theme, "layouts"), join(site, "layouts"), { recursive: true })],
    ["a folder of Jekyll's", (site) => mkdirSync(join(site, "_layouts"))],
    ["a file less", (site) => rmSync(join(site, post))],
    ["an output deleted", (site) => rmSync(join(site, "_site/feed.xml"))],
    ["an output changed", (site) => appendFileSync(join(site, "_site/index.html"), "more")],
    ["a damaged record", (site) => damage(join(site, ".pumice/builds"))],
    ["a damaged manifest", (site) => damage(join(site, ".pumice/sites", readdirSync(join(site, ".pumice/sites"))[0]!))],
  ];

  test.each(changes)("after %s, and is built again to the same bytes as from nothing", async (_, change) => {
    const site = await builtSite();
    change(site);
    expect(await stands(site)).toBe(false);
    const { ok } = await build({ source: site });
    expect(ok).toBe(true);
    const warm = readTree(join(site, "_site"));
    rmSync(join(site, ".pumice"), { recursive: true });
    rmSync(join(site, "_site"), { recursive: true });
    await build({ source: site });
    expect(warm).toEqual(readTree(join(site, "_site")));
  });

  test("after a fresh clone with one post changed, and the other posts are not read again", async () => {
    const site = await builtSite();
    appendFileSync(join(site, post), "more");
    for (const path of Object.keys(timesOf(site))) utimesSync(join(site, path), 1_700_000_000, 1_700_000_000);
    const { inputs } = await lookForStandingSite({ source: site }, theme);
    const compared = inputs!.sources.posts.filter(({ contentHash }) => contentHash !== undefined);
    expect(compared).toHaveLength(3);
    expect(compared.map(({ path }) => path)).not.toContain(post);
    // The build would fail if it opened one of them.
    const moved = (file: SourceFile) => (file.contentHash ? { ...file, absolutePath: "/nowhere" } : file);
    const sources = { ...inputs!.sources, posts: inputs!.sources.posts.map(moved) };
    const { counts } = await buildWithInputs({ source: site }, { ...inputs!, sources });
    expect(counts).toMatchObject({ posts: 4, fromCache: 3 });
  });

  test("for other options", async () => {
    const site = await builtSite();
    expect(await stands(site, { drafts: true })).toBe(false);
    expect(await stands(site, { profile: true })).toBe(true);
  });

  test("when a file was changed within the clock's grain: same size, same time, other bytes", async () => {
    const site = makeFolder();
    writeFirstSite(site);
    const now = new Date();
    utimesSync(join(site, post), now, now);
    await build({ source: site });
    changeOneLetter(join(site, post));
    utimesSync(join(site, post), now, now);
    expect(await stands(site)).toBe(false);
    await build({ source: site });
    expect(readFileSync(join(site, "_site/2024/03/one.html"), "utf8")).toContain("form");
  });

  test("when a clock that went back gives a changed file an older time", async () => {
    const site = await builtSite();
    changeOneLetter(join(site, post));
    utimesSync(join(site, post), 1_000_000_000, 1_000_000_000);
    expect(await stands(site)).toBe(false);
    expect((await build({ source: site })).counts.fromCache).toBe(3);
  });

  test("once a scheduled post is due", async () => {
    const site = await builtSite();
    const soon = new Date(Date.now() + 1500).toISOString();
    writeFileSync(join(site, "posts/2024-03-09-soon.html"), `---\ntitle: Soon\ndate: ${soon}\n---\n<p>Now.</p>\n`);
    expect((await build({ source: site })).skipped).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(soon) - Date.now() + 20));
    expect(await stands(site)).toBe(false);
    expect((await build({ source: site })).skipped).toHaveLength(0);
  });
});

describe("a cache that cannot be trusted is built anew", () => {
  const store = ".pumice/posts/posts.index";
  const harms: readonly (readonly [string, (site: string) => void])[] = [
    ["a truncated index", (site) => writeFileSync(join(site, store), readFileSync(join(site, store)).subarray(0, 900))],
    ["a changed letter in the index", (site) => damage(join(site, ".pumice/posts"))],
    ["an index of another program", (site) => writeFileSync(join(site, store), "12\n{}\n")],
    ["an empty pack", (site) => truncatePack(site, 0)],
    ["a pack with half of its bytes", (site) => truncatePack(site, 0.5)],
    ["no pack", (site) => rmSync(packOf(site))],
  ];

  test.each(harms)("%s", async (_, harm) => {
    const site = await builtSite();
    const before = readTree(join(site, "_site"));
    harm(site);
    rmSync(join(site, "_site"), { recursive: true });
    const { ok, counts } = await build({ source: site });
    expect(ok).toBe(true);
    expect(counts.fromCache).toBe(0);
    expect(readTree(join(site, "_site"))).toEqual(before);
  });
});

/** Changes one letter in each file of a folder. */
function damage(folder: string): void {
  for (const path of Object.keys(timesOf(folder))) {
    const bytes = readFileSync(join(folder, path));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(join(folder, path), bytes);
  }
}

function packOf(site: string): string {
  const folder = join(site, ".pumice/posts");
  const name = readdirSync(folder).find((file) => file.endsWith(".pack"))!;
  expect(existsSync(join(folder, name))).toBe(true);
  return join(folder, name);
}

function truncatePack(site: string, share: number): void {
  const bytes = readFileSync(packOf(site));
  writeFileSync(packOf(site), bytes.subarray(0, Math.floor(bytes.length * share)));
}
