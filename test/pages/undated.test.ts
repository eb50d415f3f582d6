import { expect, test } from "vitest";
import { build } from "../../src/build.js";
import { makeFolder, readFolder } from "../writer/folder.js";

const posts = { "posts/first.md": "# First\n\n[Second](second.md)\n", "posts/second.md": "# Second\n\nText.\n" };

test("with `dates: false` nobody misses a date, and none is shown", async () => {
  const source = makeFolder({
    "_config.yml": "url: https://example.org\ndates: false\npermalink: /:title/\n",
    ...posts,
  });
  const { messages } = await build({ source });
  expect(messages).toEqual([]);
  const files = readFolder(`${source}/_site`);
  expect(files["first/index.html"]).toContain('href="/second/"');
  const html = Object.entries(files).filter(([path]) => path.endsWith(".html"));
  for (const [, text] of html) {
    expect(text).not.toMatch(/<time\b|1970|published_time|datePublished|feed\.(?:xml|json)|\/archive\//);
  }
  expect(Object.keys(files).filter((path) => /feed|rss|archive/.test(path))).toEqual([]);
  expect(files["sitemap.xml"]).not.toContain("lastmod");
});

test("without it a missing date is told, and the theme has archive and feeds", async () => {
  const source = makeFolder({ "_config.yml": "url: https://example.org\n", ...posts });
  const { messages } = await build({ source });
  const missing = ["front-matter-missing", "missing-date"];
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([...missing, ...missing]);
  expect(Object.keys(readFolder(`${source}/_site`))).toEqual(
    expect.arrayContaining(["feed.xml", "archive/index.html"]),
  );
});
