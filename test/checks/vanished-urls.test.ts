import { expect, test } from "vitest";
import { parseUrlList } from "../../src/checks/vanished-urls.js";
import { problemsOf } from "./site-of.js";

const files = {
  "_config.yml": "url: https://example.org\nbaseurl: /blog\n",
  "posts/2020-01-02-cutting-quills.md": "---\ntitle: How to cut a quill\n---\nText\n",
  "posts/2020-01-03-ink.md": "---\ntitle: 墨水的历史\nartid: 139516741\nredirect_from: /old-ink/\n---\nText\n",
};

const vanished = async (...publishedUrls: readonly string[]) =>
  (await problemsOf(files, { publishedUrls })).map(({ ruleId, reason, note, file, line }) => ({
    ruleId,
    reason,
    note,
    file,
    line,
  }));

test.each([
  ["/blog/2020/01/02/cutting-quills.html, by its path in the site", "/2020/01/02/cutting-quills.html"],
  ["a whole address", "https://example.org/blog/2020/01/02/cutting-quills.html"],
  ["an address of a former host", "https://former.example/old-ink/"],
  ["a list's page", "/"],
  ["a list's later page, which comes and goes", "/page/7/"],
])("still there: %s", async (_, url) => {
  expect(await vanished(url)).toEqual([]);
});

test.each([
  ["/2019/cutting-quills/", "posts/2020-01-02-cutting-quills.md", "the same slug"],
  ["/article/details/139516741", "posts/2020-01-03-ink.md", "the same id"],
  ["/2019/how-to-cut-quill.html", "posts/2020-01-02-cutting-quills.md", "a similar title"],
  ["/2019/%E5%A2%A8%E6%B0%B4%E5%8E%86%E5%8F%B2.html", "posts/2020-01-03-ink.md", "a similar title"],
])("gone: %s", async (url, file, why) => {
  expect(await vanished(url)).toEqual([
    {
      ruleId: "vanished-url",
      reason: `${decodeURI(url)} was published and is gone`,
      note: `Add \`redirect_from: ${url}\` to ${file}, which has ${why}`,
      file,
      line: 2,
    },
  ]);
});

test("gone, and nothing is like it", async () => {
  expect(await vanished("/2019/parchment.html")).toMatchObject([{ ruleId: "vanished-url", file: undefined }]);
});

test("lists are lines or JSON", () => {
  expect(parseUrlList("https://a.example/x\r\n\n# note\n/y\n")).toEqual(["https://a.example/x", "/y"]);
  expect(parseUrlList('["/x", {"url": "https://a.example/y", "permalink": "/y"}, {"url": "/z"}]')).toEqual([
    "/x",
    "/y",
    "/z",
  ]);
  expect(() => parseUrlList("[1,")).toThrow(SyntaxError);
});
