import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeHTML } from "entities";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/engine.js";
import { readTree, timesOf } from "../build/tree.js";
import { client, marked, type Result } from "./client.js";

/** Words of two languages, enough that posts differ and few enough that they share grams. */
const words = "石头 刷子 羊皮纸 抄写 墨水 the of pumice scraping parchment ink scribe C++ 字里行间 cleaning 重新".split(
  " ",
);

/** A text that follows from its number alone. */
function paragraph(number: number): string {
  let state = number + 1;
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state ^ (state >>> 13)) >>> 8;
  };
  return Array.from({ length: 30 }, () => words[next() % words.length]! + ["", " ", "，", ", "][next() % 4]!).join("");
}

let site: string;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), "pumice-search-"));
  mkdirSync(join(site, "posts"));
  writeFileSync(join(site, "_config.yml"), "baseurl: /sub\nurl: https://example.org\n");
  for (let number = 0; number < 508; number += 1) writePost(number, paragraph(number));
  writePost(7, "<p>文中有一处<strong>孤本</strong>，写着 <code>x &lt; y</code>，还有 unmistakable words.</p>");
  const built = await build({ source: site });
  expect(built.messages.filter(({ severity }) => severity === "error")).toEqual([]);
}, 120_000);

afterAll(() => rmSync(site, { recursive: true, force: true }));

function writePost(number: number, body: string, hidden = false): void {
  const date = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  const text = `---\ntitle: 第${number}号 Number ${number}\n${hidden ? "hidden: true\n" : ""}---\n${body}\n`;
  writeFileSync(join(site, "posts", `${date}-post-${number}.md`), text);
}

let bytesRead = 0;

function readSite(path: string): Buffer {
  const bytes = readFileSync(join(site, "_site", path));
  bytesRead += bytes.length;
  return bytes;
}

async function find(query: string, most = 10): Promise<readonly Result[]> {
  const index = await client.openIndex(async (path) => new Response(new Uint8Array(readSite(join("search", path)))));
  const readPage = async (url: string) => client.textOfPage(readSite(url).toString("utf8"), decodeHTML);
  const results: Result[] = [];
  for await (const result of client.search(query, index, readPage)) if (result && results.push(result) === most) break;
  return results;
}

const titles = async (query: string, most?: number) =>
  (await find(query, most)).map(({ title }) => title.map(([part]) => part).join(""));

describe("a site's index", () => {
  it("finds a Chinese word of two characters, an English one, and what stands across an element and a mark", async () => {
    expect(await titles("孤本")).toEqual(["第7号 Number 7"]);
    expect(await titles("UNMISTAKABLE")).toEqual(["第7号 Number 7"]);
    expect(await titles("mistakable wor")).toEqual(["第7号 Number 7"]);
    expect(await titles("有一处孤本，写着")).toEqual(["第7号 Number 7"]);
    expect(await titles("x < y")).toEqual(["第7号 Number 7"]);
    expect(await titles("words 孤本")).toEqual(["第7号 Number 7"]);
    expect(await titles("孤本 no-such-word")).toEqual([]);
  });

  it("marks what it found in an excerpt", async () => {
    const [result] = await find("一处孤本");
    const parts = await result!.parts;
    expect(marked(parts)).toEqual(["一处孤本"]);
    expect(parts!.map(([text]) => text).join("")).toContain("文中有一处孤本，写着 x < y，还有");
    expect(result!.url).toBe("/2020/01/08/post-7.html");
    expect(result!.day).toBe("2020-01-08");
  });

  it("puts a post whose title has the words before one whose text has them", async () => {
    writePost(3, "<p>第505号</p>");
    await build({ source: site });
    expect((await titles("第505号"))[0]).toBe("第505号 Number 505");
    expect(await titles("第505号")).toContain("第3号 Number 3");
  });

  it("finds a post by any piece of its text", async () => {
    for (const number of [0, 99, 320, 506]) {
      const text = paragraph(number).trim();
      for (let start = 0; start + 24 < text.length; start += 29) {
        const piece = text.slice(start, start + 24);
        expect(await titles(piece, 600), piece).toContain(`第${number}号 Number ${number}`);
      }
    }
  }, 120_000);

  it("reads little of it", async () => {
    bytesRead = 0;
    await find("羊皮纸");
    expect(bytesRead).toBeGreaterThan(1000);
    expect(bytesRead).toBeLessThan(300_000);
  });
});

describe("a build on top of another", () => {
  const rebuilt = () => build({ source: site });

  /** The search files of a build without a past. */
  async function cleanFiles(): Promise<Record<string, string>> {
    const destination = join(site, "clean");
    await build({ source: site, destination });
    const files = readTree(join(destination, "search"));
    rmSync(destination, { recursive: true });
    return files;
  }

  it.each([
    [
      "some are added, so that the oldest settle",
      () => {
        for (let number = 508; number < 520; number += 1) writePost(number, paragraph(number));
      },
    ],
    [
      "an old post and the newest are changed",
      () => [20, 519].map((number) => writePost(number, `${paragraph(number)} 新添的话`)),
    ],
    ["posts go and hide", () => [rmSync(join(site, "posts", "2020-02-10-post-40.md")), writePost(300, "隐", true)]],
    ["a post comes in between", () => writePost(300, "又见")],
    ["the posts have other addresses", () => writeFileSync(join(site, "_config.yml"), "permalink: /p/:title/\n")],
  ])(
    "gives the bytes of a clean one when %s",
    async (_, change) => {
      change();
      await rebuilt();
      expect(readTree(join(site, "_site", "search"))).toEqual(await cleanFiles());
    },
    120_000,
  );

  it("writes few files for a changed post and none for none", async () => {
    writePost(21, `${paragraph(21)} 又添`);
    const { written } = await rebuilt();
    const changed = written.changed.filter((path) => path.startsWith("search/"));
    expect(changed).toContain("search/index.json");
    expect(changed.length).toBeLessThan(12);
    const times = timesOf(join(site, "_site", "search"));
    await rebuilt();
    expect(timesOf(join(site, "_site", "search"))).toEqual(times);
  }, 120_000);

  it("puts right what someone changed or the store lost", async () => {
    const good = readTree(join(site, "_site", "search"));
    for (const path of ["settled/0.bin", "posts/0.json"])
      writeFileSync(join(site, "_site", "search", path), "nonsense");
    await rebuilt();
    expect(readTree(join(site, "_site", "search"))).toEqual(good);
    for (const name of ["index.json", "a.pack"]) {
      const sites = join(site, ".pumice", "sites");
      for (const file of Object.keys(readTree(sites)).filter((path) => path.endsWith(`search/${name}`)))
        writeFileSync(join(sites, file), "nonsense");
      rmSync(join(site, "_site", "search", "settled", "0.bin"));
      await rebuilt();
      expect(readTree(join(site, "_site", "search"))).toEqual(good);
    }
  }, 120_000);

  it("leaves nothing of it where the site wants none", async () => {
    writeFileSync(join(site, "_config.yml"), "search: false\n");
    await rebuilt();
    const left = Object.entries(readTree(join(site, "_site"))).filter(
      ([path, contents]) => path.startsWith("search/") || (path.endsWith(".html") && contents.includes("search-link")),
    );
    expect(left).toEqual([]);
  }, 120_000);
});
