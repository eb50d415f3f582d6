import { describe, expect, it } from "vitest";
import { withoutDanger } from "../../src/pipeline/trust.js";
import { jekyllSite } from "./site.js";

describe("trust in posts", () => {
  it.each([
    "<p>plain &amp; <b>simple</p>\n",
    '<div style="text-align: center" class="x" data-y="1"><video src="a.mp4" controls></video></div>',
    '<iframe src="https://www.youtube.com/embed/x"></iframe>',
    '<img src="data:image/png;base64,AAAA" /><a href="mailto:a@b.c">x</a>',
    "a < b && c > d",
  ])("leaves %s byte for byte", (html) => {
    expect(withoutDanger(html)).toEqual({ html, removed: [] });
  });

  it.each([
    ["<p>a<script>x()</script></p>", "<p>a</p>\n"],
    ["<img src=a onerror=x()>", '<img src="a">\n'],
    ['<a href="java\nscript:x()">a</a>', "<a>a</a>\n"],
    ['<iframe src="https://evil.example/"></iframe>b', "b\n"],
    ["<svg><animate onbegin=x() /><a xlink:href='javascript:x()'>t</a></svg>", "<svg><a>t</a></svg>\n"],
    ['a<img src=x onerror="x()" ', "a\n"],
    ["a<!-- never ended", "a\n"],
    ['<noscript><p title="</noscript><img src=x onerror=x()>"></noscript>', "\n"],
    ['<p style="position: fixed">a</p>', "<p>a</p>\n"],
  ])("makes %s harmless", (html, expected) => {
    const checked = withoutDanger(html);
    expect(checked.html.replace(/<!--.*?-->/g, "")).toBe(expected);
    expect(checked.removed).not.toEqual([]);
  });

  it("is given by the owner, for the site or for posts; pages have it anyway", async () => {
    const files = {
      "_posts/2020-01-01-a.html": "---\n---\n<script>1</script>",
      "_posts/2020-01-02-b.html": "---\nsanitize: false\n---\n<script>2</script>",
      "index.html": "---\n---\n<script>3</script>",
    };
    const site = jekyllSite(files);
    const { messages } = await site.build();
    expect(site.read("2020/01/01/a.html").trim()).toBe("");
    expect(site.read("2020/01/02/b.html")).toBe("<script>2</script>");
    expect(site.read("index.html")).toBe("<script>3</script>");
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([["unsafe-html", "_posts/2020-01-01-a.html"]]);

    const trusted = jekyllSite({ ...files, "_config.yml": "sanitize: false\n" });
    await trusted.build();
    expect(trusted.read("2020/01/01/a.html")).toBe("<script>1</script>");
  });
});
