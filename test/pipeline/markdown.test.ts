import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printHtml } from "../../src/html/parse.js";
import { markdownToHast } from "../../src/pipeline/markdown.js";

const fixtures = new URL("../fixtures/markdown/", import.meta.url);
const html = (markdown: string, math?: boolean): string => printHtml(markdownToHast(markdown, { math }));

describe("Markdown as people wrote it", () => {
  for (const name of readdirSync(fixtures)) {
    it(`reads ${name}`, async () => {
      const input = readFileSync(new URL(`${name}/input.md`, fixtures), "utf8");
      await expect(`${html(input).trimEnd()}\n`).toMatchFileSnapshot(
        new URL(`${name}/expected.html`, fixtures).pathname,
      );
    });
  }

  it("makes formulas only where they are wanted", () => {
    expect(html("so $n$ of $x + 1$", false)).toBe("<p>so $n$ of $x + 1$</p>");
    expect(html("so $f(n)$", true)).toBe('<p>so <code class="language-math math-inline">f(n)</code></p>');
    expect(html("so $f(n)$")).toBe("<p>so $f(n)$</p>");
    expect(html("$中文 = 1$ and US$10_000$")).toBe("<p>$中文 = 1$ and US$10_000$</p>");
  });

  it("makes frames of lines that name a film, and of nothing else", () => {
    expect(html("@[youtube](abcdefghijk)")).toContain('<iframe src="https://www.youtube.com/watch?v=abcdefghijk">');
    expect(html("@[video](https://x.example/a.mp4)")).toContain('<video src="https://x.example/a.mp4">');
    expect(html("@[ann](https://x.example/ann) said")).toContain('@<a href="https://x.example/ann">ann</a> said');
    expect(html("@[ann](ann-lee)")).toContain('@<a href="ann-lee">ann</a>');
  });

  it("shows above code where it comes from", () => {
    expect(html("``` ruby A pot https://x.example/pot.rb its file\nputs 1\n```")).toContain(
      '<figcaption>A pot <a href="https://x.example/pot.rb">its file</a></figcaption>',
    );
  });

  it("does not take for HTML what follows an empty element", () => {
    expect(html("one\n<p/>\n<code>\na &lt; b\n\n\tc\n</code>\n<p/>\n*two*")).toContain(
      "<code>\na &lt; b\n\n\tc\n</code>",
    );
    expect(html("<p/>\n*two*")).toContain("<em>two</em>");
  });

  it("knows a heading without a space from what only looks like one", () => {
    expect(html("###Title")).toBe("<h3>Title</h3>");
    expect(html("#8005: fixed\n#6289: added")).toBe("<p>#8005: fixed\n#6289: added</p>");
    expect(html("#!/bin/sh")).toBe("<p>#!/bin/sh</p>");
  });

  it("keeps the lines of the source as positions", () => {
    const tree = markdownToHast("```\na\n```\n\n<div>\n\n  x\n</div>\n\n$$\ny\n$$\n\n## Here\n");
    const heading = tree.children.find((node) => node.type === "element" && node.tagName === "h2");
    expect(heading?.position?.start.line).toBe(14);
  });

  it("lets no text forge what is kept aside", () => {
    expect(html("a \ufdd20\ufdd3 b\n\n`c`")).toBe("<p>a \ufffd0\ufffd b</p>\n<p><code>c</code></p>");
  });

  it("reads Markdown in the cells of tables that an exporter left as HTML", () => {
    const table = (cell: string) => `<table><tbody><tr><td >${cell}</td></tr></tbody></table>`;
    expect(html(table("![a pot](/pot.png)\n"))).toContain('<td><img src="/pot.png" alt="a pot">');
    expect(html(table("\n\n      see [a\n list](//tea.example/a) or **all of them**"))).toContain(
      'see <a href="//tea.example/a">a\n list</a> or <strong>all of them</strong>',
    );
    const code = "a[i](x) 2**3**4 <code>[a](/b)</code> f(**all)";
    expect(html(table(code))).toContain(`<td>${code}</td>`);
    expect(html(table('![x](javascript:"onerror="a)'))).not.toContain("<img");
    expect(html("<div>[a](/b)</div>")).toBe("<div>[a](/b)</div>");
  });

  it("survives nesting without end", () => {
    expect(() => html(`${">".repeat(5000)} deep`)).not.toThrow();
    expect(html(`${">".repeat(5000)} deep`)).toContain("deep");
  });
});
