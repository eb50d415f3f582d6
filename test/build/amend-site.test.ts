import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { build as buildAll } from "../../src/build.js";
import { build } from "../../src/engine.js";
import type { BuildResult } from "../../src/index.js";
import { amendSite } from "../../src/work/amend-site.js";
import { lookForStandingSite } from "../../src/work/standing-site.js";
import { cleanBuild } from "./clean-build.js";
import { type Edit, put, replace, retouch, writeFirstSite } from "./random-edits.js";
import { readTree, timesOf } from "./tree.js";

const theme = join(import.meta.dirname, "../..");
const one = "posts/2024-03-01-one.html";
const two = "posts/2024-03-01-two.html";
const made: string[] = [];

async function builtSite(...edits: readonly Edit[]): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), "pumice-amend-"));
  made.push(site);
  writeFirstSite(site);
  for (const { apply } of edits) apply(site);
  expect((await build({ source: site })).ok).toBe(true);
  return site;
}

/** Amends a site, if that can be done. */
async function amend(source: string): Promise<BuildResult | undefined> {
  const { edits } = await lookForStandingSite({ source }, theme);
  return edits && amendSite({ source }, edits);
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const code = replace(one, "= 1;", "= 2;");
const settings = (more: string) => put("_config.yml", `title: Stones\npermalink: /:year/:month/:title.html\n${more}`);
const longPost = (path: string, last: string) =>
  put(path, `---\ntitle: Long\ndate: 2024-04-01\n---\n<p>${"Lava cools. ".repeat(30)}</p>\n<p>${last}</p>\n`);

describe("a site is amended", () => {
  test("after an edit within a post: its page, the feeds and the search are others, and all else keeps its time", async () => {
    const site = await builtSite();
    const times = timesOf(join(site, "_site"));
    code.apply(site);
    const result = await amend(site);
    const { added, changed, removed } = result!.written;
    expect([added, removed]).toEqual([[], []]);
    const page = "2024/03/one.html";
    expect(changed.filter((path) => !path.startsWith("search/"))).toEqual([page, "feed.json", "feed.xml", "rss.xml"]);
    expect(result!.counts).toMatchObject({ posts: 4, fromCache: 3 });
    const after = timesOf(join(site, "_site"));
    expect(Object.keys(after).filter((path) => after[path] !== times[path])).toEqual([...changed].sort());
    expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
  });

  test("again and again, and the build after it has nothing to do", async () => {
    const site = await builtSite();
    for (const [from, to] of [
      ["= 1;", "= 2;"],
      ["= 2;", "= lava;"],
      ["= lava;", "= foam;"],
    ]) {
      replace(one, from!, to!).apply(site);
      expect(await amend(site)).toBeDefined();
      expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
    }
    expect((await lookForStandingSite({ source: site }, theme)).standing).toBeDefined();
    const { counts, written } = await buildAll({ source: site });
    expect([written.added, written.changed, written.removed]).toEqual([[], [], []]);
    expect(counts).toMatchObject({ posts: 4, fromCache: 3 });
  });

  test("when the texts of its pages move out of a file that is mostly garbage", async () => {
    const site = await builtSite();
    const folder = join(ownFolder(site), "pages");
    appendFileSync(join(folder, "a.pack"), Buffer.alloc(2_000_000));
    for (const [from, to] of [
      ["= 1;", "= 2;"],
      ["= 2;", "= lava;"],
    ]) {
      replace(one, from!, to!).apply(site);
      expect(await amend(site)).toBeDefined();
      expect(readdirSync(folder).sort()).toEqual(["b.pack", "keys.json"]);
    }
    replace(two, "= 1;", "= 3;").apply(site);
    expect(await amend(site)).toBeDefined();
    expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
  });

  test("after edits of two posts, of which one stands in no feed", async () => {
    const site = await builtSite(settings("feed:\n  limit: 1\n"));
    code.apply(site);
    replace(two, "= 1;", "= 3;").apply(site);
    expect(await amend(site)).toBeDefined();
    expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
  });

  test("and what was taken out of the posts is told as a build would", async () => {
    const path = "posts/2024-04-01-long.html";
    const site = await builtSite(longPost(path, "The end."));
    longPost(path, "The end.</p><p></p><p>").apply(site);
    const { removals } = (await amend(site))!;
    rmSync(join(site, ".pumice"), { recursive: true });
    expect(removals).toEqual((await build({ source: site })).removals);
    expect(removals).not.toEqual([]);
  });

  test("with dates in its data, which layouts show", async () => {
    const layout = put(
      "layouts/post.html",
      "<p>{{ site.data.dates.first | date: '%Y' }} {{ site.time }}</p>{{ content }}",
    );
    const site = await builtSite(put("data/dates.yml", "first: 2024-02-29\n"), layout);
    code.apply(site);
    expect(await amend(site)).toBeDefined();
    expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
  });
});

type Case = readonly [what: string, edit: Edit, before: Edit | undefined];

test("after any sequence of small edits, amended or built, every byte is that of a clean build", async () => {
  const inCode = fc.constantFrom(one, two).map((path) => replace(path, "const ", "const un"));
  const small = fc.oneof({ weight: 2, arbitrary: inCode }, { weight: 3, arbitrary: retouch });
  let amended = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(small, { minLength: 1, maxLength: 4 }), async (edits) => {
      const site = await builtSite();
      for (const { apply } of edits) {
        apply(site);
        if (await amend(site)) amended += 1;
        else expect((await build({ source: site })).ok).toBe(true);
        expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
      }
    }),
    { numRuns: 12 },
  );
  expect(amended).toBeGreaterThan(0);
}, 120_000);

describe("a site is not amended, but built", () => {
  const link = put(two, `---\ntitle: Two\ndate: 2024-03-02\n---\n<p>See <a href="one.html#lava-again">it</a>.</p>\n`);
  const both = [code, put("layouts/page.html", "---\nlayout: default\n---\n{{ content }}")];
  const edits: readonly (readonly [what: string, edit: Edit, before?: Edit])[] = [
    ["a title", replace(one, "title: ", "title: The ")],
    ["the beginning of a text, which lists show", replace(one, ", see ", ", read ")],
    ["a link", replace(one, '.html">this<', '.html#x">this<')],
    ["an id that another post links to", replace(one, "<h2>", '<h2 id="written">'), link],
    ["a post that makes a warning", replace(one, "</p>", '</p><p><a href="/nowhere/">x</a></p>')],
    ["a post of which there is a warning", code, replace(one, "</p>", '</p><p><a href="/nowhere/">x</a></p>')],
    ["a post with a bracket astray", replace(one, "= 1;", "= 1;<script>")],
    ["an unreadable front matter", replace(one, "title: ", "title: [")],
    ["a post and a layout", { name: "both", apply: (site) => both.map(({ apply }) => apply(site)) }],
    [
      "a post that is no draft any more",
      replace(one, "draft: true\n", ""),
      replace(one, "date: ", "draft: true\ndate: "),
    ],
    ["a new post", longPost("posts/2024-04-01-long.html", "The end.")],
    ["no post", put("includes/own.html", "<p>other</p>")],
  ];

  test.each(edits.map(([what, edit, before]): Case => [what, edit, before]))(
    "after an edit of %s",
    async (_, edit, before) => {
      const site = await builtSite(...(before ? [before] : []));
      const times = timesOf(join(site, "_site"));
      edit.apply(site);
      expect(await amend(site)).toBeUndefined();
      expect(timesOf(join(site, "_site"))).toEqual(times);
    },
  );

  const accidents: readonly (readonly [string, (site: string) => void])[] = [
    ["its page is gone", (site) => rmSync(join(site, "_site/2024/03/one.html"))],
    ["another file was changed", (site) => appendFileSync(join(site, "_site/index.html"), "more")],
    ["the notes are damaged", (site) => flip(join(ownFolder(site), "notes.v8"))],
    ["the notes are gone", (site) => rmSync(join(ownFolder(site), "notes.v8"))],
    ["the texts of the pages are damaged", (site) => blank(join(ownFolder(site), "pages/a.pack"))],
    ["the keys of the pages are gone", (site) => rmSync(join(ownFolder(site), "pages/keys.json"))],
    ["the search's record is gone", (site) => rmSync(join(ownFolder(site), "search/index.json"))],
    ["a publishing is under way", (site) => writeFileSync(join(ownFolder(site), "journal.json"), "{}")],
  ];

  test.each(accidents)("where %s", async (_, harm) => {
    const site = await builtSite();
    code.apply(site);
    harm(site);
    expect(await amend(site)).toBeUndefined();
    expect((await build({ source: site })).ok).toBe(true);
    expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
  });

  test("where another build has been there meanwhile", async () => {
    const site = await builtSite();
    code.apply(site);
    const { edits } = await lookForStandingSite({ source: site }, theme);
    await build({ source: site });
    expect(await amendSite({ source: site }, edits!)).toBeUndefined();
  });

  test("with code of its own, or feeds of its tags", async () => {
    for (const own of [put("pumice.config.js", "export default {};\n"), settings("feed:\n  tags: true\n")]) {
      const site = await builtSite(own);
      code.apply(site);
      expect(await amend(site)).toBeUndefined();
    }
  });
});

function ownFolder(site: string): string {
  const sites = join(site, ".pumice/sites");
  const [name] = readdirSync(sites);
  expect(existsSync(join(sites, name!, "pages/keys.json"))).toBe(true);
  return join(sites, name!);
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

const blank = (file: string): void => writeFileSync(file, Buffer.alloc(readFileSync(file).length));
