import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { build } from "../../src/build.js";
import { makeFolder } from "../writer/folder.js";

const body = `Before the fold, [another](2024-03-02-second.md), [a page](/about/), [the part](#part), ![a picture](/assets/jug.png).

## Part

<picture><source srcset="/assets/jug.png 1x, /assets/jug-2.png 2x"><img src="/assets/jug-2.png" alt="again"></picture>

> quoted

${"The last words of a long text. ".repeat(40)}
`;

const front = (title: string) => `---\ntitle: ${title}\ncategories: [随笔]\ntags: [C++]\n---\n`;

const site = makeFolder({
  "_config.yml":
    "title: Pots & <pans>\nurl: https://example.org\nbaseurl: /sub\nfeed:\n  tags: true\n  categories: true\n",
  "posts/2024-03-01-first.md": front("First") + body,
  "posts/2024-03-02-second.md": front("Second") + body.replace("2024-03-02-second", "2024-03-01-first"),
  "assets/jug.png": "",
  "assets/jug-2.png": "",
  "pages/about.md": "---\ntitle: About\npermalink: /about/\n---\nText\n",
});
const result = await build({ source: site });
const read = (path: string) => readFileSync(join(site, "_site", path), "utf8");

const reader = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  isArray: (name) => /^(?:entry|item)$/.test(name),
});

/** The contents of the entries, newest first; the file is checked for what every reader of feeds needs. */
function contentsOf(path: string): readonly string[] {
  const text = read(path);
  const own = `https://example.org/sub/${encodeURI(path)}`;
  if (path.endsWith(".json")) {
    const { feed_url, items } = JSON.parse(text);
    expect(feed_url).toBe(own);
    return items.map(({ content_html }: { content_html: string }) => content_html);
  }
  expect(XMLValidator.validate(text)).toBe(true);
  const { feed, rss } = reader.parse(text);
  if (rss) {
    expect(rss.channel["atom:link"]["@_href"]).toBe(own);
    return rss.channel.item.map((item: Record<string, string>) => item["content:encoded"]);
  }
  expect(feed.link.find((link: Record<string, string>) => link["@_rel"] === "self")["@_href"]).toBe(own);
  for (const { updated } of feed.entry) expect(updated <= feed.updated).toBe(true);
  return feed.entry.map((entry: { content: Record<string, string> }) => entry.content["#text"]);
}

/** All URLs in an HTML text. */
function urlsIn(html: string): readonly string[] {
  const urls: string[] = [];
  function walk(node: DefaultTreeAdapterTypes.ParentNode): void {
    for (const child of node.childNodes) {
      if (!("attrs" in child)) continue;
      for (const { name, value } of child.attrs) {
        if (name === "href" || name === "src") urls.push(value);
        if (name === "srcset") urls.push(...value.split(/,\s+/).map((one) => one.split(" ")[0]!));
      }
      walk(child);
    }
  }
  walk(parseFragment(html));
  return urls;
}

describe.each(["", "tags/c-plus-plus/", "categories/随笔/"])("the feeds in /%s", (folder) => {
  test.each(["feed.xml", "rss.xml", "feed.json"])("%s holds all of each post, with whole URLs", (name) => {
    expect(result.ok).toBe(true);
    const contents = contentsOf(folder + name);
    expect(contents).toHaveLength(2);
    for (const [at, html] of contents.entries()) {
      expect(html).toContain("The last words of a long text. ".repeat(40).trim());
      const urls = urlsIn(html);
      const other =
        at === 0 ? "https://example.org/sub/2024/03/01/first.html" : "https://example.org/sub/2024/03/02/second.html";
      expect(urls).toEqual(
        expect.arrayContaining([other, "https://example.org/sub/about/", "https://example.org/sub/assets/jug.png"]),
      );
      expect(urls.filter((url) => !/^https:\/\/example\.org\/sub\/|^#part$/.test(url))).toEqual([]);
    }
  });
});

test("pages of terms name their feeds, and link to them", () => {
  const html = read("categories/随笔/index.html");
  const address = "/sub/categories/%E9%9A%8F%E7%AC%94/feed.xml";
  expect(html).toMatch(
    new RegExp(`<link rel="alternate" type="application/atom\\+xml" title="[^"]*" href="${address}">`),
  );
  expect(html).toMatch(new RegExp(`<a [^>]*href="${address}"`));
});
