import { describe, expect, test } from "vitest";
import { build } from "../../src/build.js";
import { problemsOf, writeSite } from "./site-of.js";

const head = "---\ndate: 2020-01-02\n---\n";
const post = (text: string) => ({ "posts/2020-01-02-a.html": text });

describe("what each check finds, and where", () => {
  test.each([
    ["broken-anchor", `${head}<h2 id="b">B</h2>\n<p><a href="#b">b</a> <a href="#c">c</a></p>`, 5, 32, "#c"],
    [
      "mixed-content",
      `${head}<p>http://x.example/a.png\n<img src="http://x.example/a.png" alt="a"></p>`,
      4,
      4,
      "a.png",
    ],
    [
      "image-alt",
      `${head}<p>A\n<img src="https://x.example/a.png"> <img src="https://x.example/b.png" alt="b"></p>`,
      5,
      11,
      "a.png",
    ],
    ["heading-order", `${head}<h2>A</h2>\n<p>b</p>\n<h4>Pens</h4>\n<p>c</p>`, 6, 4, "h2 → h4: Pens"],
    ["dead-liquid", `${head}<p>At {{ site.time }} o'clock.</p>`, 4, 7, "{{ site.time }}"],
    ["future-date", "---\ntitle: A\ndate: 2990-01-02\n---\n<p>b</p>", 3, 1, "2990-01-02"],
    ["invalid-time-zone", "---\ndate: 2020-01-02 10:00 Mars\n---\n<p>b</p>", 2, 1, "Mars"],
    ["unknown-key", "---\ndate: 2020-01-02\ntitel: A\n---\n<p>b</p>", 3, 1, "title"],
    ["unknown-layout", "---\ndate: 2020-01-02\nlayout: papyrus\n---\n<p>b</p>", 3, 1, "papyrus"],
  ])("%s", async (ruleId, text, line, column, words) => {
    const messages = await problemsOf(post(text));
    expect(messages).toMatchObject([{ ruleId, line, column, reason: expect.stringContaining(words) }]);
  });

  test("duplicate permalinks, named with every file", async () => {
    const text = "---\npermalink: /same/\n---\n<p>b</p>";
    const messages = await problemsOf({ "posts/2020-01-02-a.html": text, "posts/2020-01-03-b.html": text });
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toContainEqual([
      "duplicate-permalink",
      "posts/2020-01-02-a.html",
    ]);
    expect(messages[0]!.reason).toContain("posts/2020-01-02-a.html, posts/2020-01-03-b.html");
  });
});

describe("what is right is not told", () => {
  test.each([
    ["a first heading of any level", `${head}<h4>A</h4>\n<p>b</p>\n<h5>c</h5><p>d</p>`],
    ["braces in code", `${head}<p>Write <code>{{ x }}</code>.</p><pre><code>{% if x %}</code></pre>`],
    ["braces where Liquid was switched off", "---\ndate: 2020-01-02\nrender_with_liquid: false\n---\n<p>{{ x }}</p>"],
    ["an address over http in a link", `${head}<p><a href="http://x.example/">x</a></p>`],
    ["an unknown key that resembles none", "---\ndate: 2020-01-02\nmood: calm\n---\n<p>b</p>"],
  ])("%s", async (_, text) => {
    expect(await problemsOf(post(text))).toEqual([]);
  });

  test("pictures over http where the site is so, too", async () => {
    const text = `${head}<p><img src="http://x.example/a.png" alt="a"></p>`;
    expect(await problemsOf({ "_config.yml": "url: http://example.org\n", ...post(text) })).toEqual([]);
  });
});

test("a build tells broken links with their place, and leaves hints to the check", async () => {
  const source = writeSite(post(`${head}<p>A <a href="/none">b</a> <img src="https://x.example/a.png"></p>`));
  const { ok, messages } = await build({ source });
  expect(ok).toBe(true);
  expect(messages).toMatchObject([{ ruleId: "broken-link", line: 4, column: 15 }]);
});
