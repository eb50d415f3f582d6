import { expect, test } from "vitest";
import { problemsOf } from "./site-of.js";

const head = "---\ndate: 2020-01-02\n---\n";

test.each([
  ["another post", "[x](/2020/01/02/b.html)"],
  ["another post, without its extension", "[x](/2020/01/02/b)"],
  ["a list", "[x](/tags/ink/) [y](/tags/ink)"],
  ["a redirect", "[x](/old/b/)"],
  ["a page", "[x](/about/)"],
  ["the home page", "[x](/) [y](../../../)"],
  ["the feed", "[x](/feed.xml)"],
  ["an asset", "![x](/assets/a%20b.png)"],
  ["a file beside the post", "![x](pen.png)"],
  ["the site by its whole address", "[x](https://example.org/2020/01/02/b.html)"],
  ["another host", "[x](https://example.com/none) [m](mailto:a@example.org)"],
  ["a heading", "[x](/2020/01/02/b.html#how-it-dries)"],
  ["any element with an id", "[x](/2020/01/02/b.html#drop)"],
  ["comments, which a layout may bring", "[x](/2020/01/02/b.html#comments)"],
  ["nothing, in code", "`[x](/none)` and\n\n    <a href='/none'>x</a>"],
])("fine: a link to %s", async (_, body) => {
  const messages = await problemsOf({
    "posts/2020-01-02-a.md": `${head}Text ${body}\n`,
    "posts/2020-01-02-b.md": `---\ntags: [ink]\nredirect_from: /old/b/\n---\n<p id="drop">A drop.</p>\n\n## How it dries\n\nSlowly.\n`,
    "posts/pen.png": "",
    "assets/a b.png": "",
    "pages/about.md": "---\ntitle: About\n---\nMe.\n",
  });
  expect(messages).toEqual([]);
});

test.each([
  ["broken-link", "[x](/2020/01/02/none.html)", 4, 11, "A link leads to nothing on this site: /2020/01/02/none.html"],
  [
    "broken-link",
    "[x](https://example.org/none)",
    4,
    11,
    "A link leads to nothing on this site: https://example.org/none",
  ],
  ["broken-link", "[x](none.html)", 4, 11, "A link leads to nothing on this site: none.html"],
  ["missing-image", "![x](/assets/none.png)", 4, 12, "A picture is not there: /assets/none.png"],
  ["missing-image", "![x](none.png)", 4, 12, "A picture is not there: none.png"],
  [
    "broken-anchor",
    "[x](/2020/01/02/b.html#none)",
    4,
    11,
    "A link leads to a place that its target does not have: /2020/01/02/b.html#none",
  ],
])("%s: %s", async (ruleId, body, line, column, reason) => {
  const messages = await problemsOf({
    "posts/2020-01-02-a.md": `${head}Text: ${body}\n`,
    "posts/2020-01-02-b.md": `${head}Text\n`,
  });
  expect(messages).toMatchObject([
    { severity: "warning", ruleId, reason, file: "posts/2020-01-02-a.md", line, column },
  ]);
});

test("one message for all the broken links of a post, at the first of them", async () => {
  const messages = await problemsOf({
    "posts/2020-01-02-a.html": `${head}<p>Text</p>\n<p><a href="/a?b=1&amp;c=2">x</a> <a href="/d">y</a></p>\n`,
  });
  expect(messages).toMatchObject([
    { ruleId: "broken-link", reason: "2 links lead to nothing on this site: /a?b=1&c=2, /d", line: 5, column: 13 },
  ]);
});

test("a path that differs in case only is named", async () => {
  const [message] = await problemsOf({
    "posts/2020-01-02-a.md": `${head}![x](/assets/Pen.PNG)\n`,
    "assets/pen.png": "",
  });
  expect(message?.note).toContain("/assets/pen.png");
});

test("the base path belongs to the site, and what is beside it does not", async () => {
  const messages = await problemsOf({
    "_config.yml": "url: https://example.org\nbaseurl: /blog\n",
    "posts/2020-01-02-a.md": `${head}[x](/2020/01/02/a.html) [y](https://example.org/shop) [z](https://example.org/blog/none)\n`,
  });
  expect(messages).toMatchObject([{ ruleId: "broken-link", reason: expect.stringContaining("/blog/none") }]);
});

test("owners' pages are looked at as far as their links are written out", async () => {
  const messages = await problemsOf({
    "pages/about.md":
      "---\ntitle: About\n---\n[x](/none/) <img src='{{ site.x }}/y.png' alt='y'> <a href='/tags/'>z</a>\n",
  });
  expect(messages).toMatchObject([
    {
      ruleId: "broken-link",
      reason: "A link leads to nothing on this site: /none/",
      file: "pages/about.md",
      line: 4,
      column: 5,
    },
  ]);
});

test("a host without https:// in front of it is guessed", async () => {
  const [message] = await problemsOf({ "posts/2020-01-02-a.md": `${head}[x](pens.example.org/quill)\n` });
  expect(message?.note).toContain("pens.example.org");
});
