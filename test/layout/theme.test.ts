import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/layout/engine.js";
import { renderPage } from "../../src/layout/render.js";
import { defaultMenu } from "../../src/layout/site-variables.js";
import { samplePages } from "./sample-pages.js";

const pages = samplePages();
const content = readFileSync("test/fixtures/layout/body.html", "utf8");

const engine = createEngine({
  source: resolve("."),
  layoutFolders: [resolve("layouts")],
  includeFolders: [resolve("includes")],
  autoescape: true,
  globals: {
    site: {
      title: "Scraped <Vellum>",
      description: 'Notes on "old" HTML',
      url: "https://vellum.example",
      baseurl: "/sub",
      lang: "en",
      timezone: "Asia/Shanghai",
      author: { name: "Mei Arden" },
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      time: "2025-03-08T13:40:07.000Z",
      menu: defaultMenu(Object.values(pages), "en"),
      social: [{ title: "Mail", url: "mailto:mei@vellum.example" }],
    },
    assets: { "theme.css": "/assets/theme-1234.css" },
  },
});

const bodies: Readonly<Record<string, string>> = { post: content, standalone: content };
const rendered = Object.entries(pages).map(([name, page]): [string, string] => [
  name,
  renderPage(engine, page, bodies[name] ?? "", "en"),
]);
const html = Object.fromEntries(rendered);

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "long-title": "off",
    // For files of other hosts; ours come from where the page comes from.
    "require-sri": "off",
    // Blanks between tags come from Liquid's.
    "no-trailing-whitespace": "off",
    // The void elements, the doctype and the quotes as our printer writes them.
    "void-style": "off",
    "doctype-style": "off",
  },
});

describe.each(rendered)("%s", (_, page) => {
  test("is valid HTML", async () => {
    const report = await validator.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  test("has one h1, a language and no script but the files of the theme", () => {
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).toMatch(/<html lang="(en|zh-CN)">/);
    const scripts = [...page.matchAll(/<script([^>]*)>/g)].map((match) => match[1]!);
    const isData = (attributes: string) => attributes === ' type="application/ld+json"';
    const isFile = (attributes: string) => /^(?: type="module")? src="\/sub\/assets\/[\w-]+\.js"$/.test(attributes);
    expect(scripts.filter((attributes) => !isData(attributes) && !isFile(attributes))).toEqual([]);
    expect(page).not.toMatch(/javascript:/);
  });

  test("asks nobody else for anything", () => {
    const loaded = [...page.matchAll(/(?:src|<link[^>]*rel="stylesheet"[^>]*href)="([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((url) => !url.startsWith("/sub/"))).toEqual([]);
  });

  test("links stay under the base path", () => {
    const links = [...page.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((url) => !url.startsWith("/sub/"))).toEqual([]);
  });
});

describe("the post", () => {
  test("shows what is known of it", () => {
    expect(html.post).toContain('<div class="prose" itemprop="articleBody">');
    expect(html.post).toContain("<h1>旧网页 &amp; &lt;Old&gt; Pages</h1>");
    expect(html.post).toContain('<time datetime="2025-03-08T21:40:07+08:00">8 March 2025</time>');
    expect(html.post).toContain('<a href="https://blog.vellum.example/mei_arden/article/details/140086215">');
    expect(html.post).toContain('<a href="#二-1">100%</a>');
    expect(html.post).toContain('<link rel="canonical" href="https://vellum.example/sub/2025/03/08/140086215.html">');
    expect(html.post).toContain('rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>');
    expect(html.post).toContain("<span>4 min read</span>");
    expect(html.post).toContain('<span><a href="https://vellum.example/">Mei Arden</a></span>');
    expect(html.post).toContain("<figcaption>Pen &amp; knife</figcaption>");
    expect(html.post).toContain('rel="prev" href="/sub/2024/02/14/space.html"');
  });

  test("has its body once, untouched", () => {
    expect(html.post!.split(content.trim())).toHaveLength(2);
  });
});

test("the redirect leads on, at once and visibly", () => {
  expect(html.redirect).toContain('content="0; url=/sub/2025/03/08/140086215.html"');
  expect(html.redirect).toContain('<link rel="canonical" href="https://vellum.example/sub/2025/03/08/140086215.html">');
  expect(html.redirect).toContain('<a href="/sub/2025/03/08/140086215.html">');
});

test("the menu marks the page that one is on", () => {
  expect(html.taxonomy).toContain('<a href="/sub/tags/" aria-current="page">Tags</a>');
});

test("the style sheet weighs less than 8 kB", () => {
  expect(gzipSync(readFileSync("assets/theme.css")).length).toBeLessThan(8192);
});

test("no page loads more than 8 kB of scripts", () => {
  const weigh = (names: readonly string[]) =>
    names.map((name) => gzipSync(readFileSync(`assets/${name}`)).length).reduce((sum, weight) => sum + weight);
  const scripts = readdirSync("assets").filter((name) => name.endsWith(".js"));
  const ofPosts = ["code-copy.js", "comments.js", "embed-player.js", "image-zoom.js", "toc-spy.js"];
  expect(scripts).toEqual(expect.arrayContaining([...ofPosts, "search.js"]));
  expect(weigh(scripts.filter((name) => name !== "search.js"))).toBeLessThan(8192);
  expect(weigh(scripts.filter((name) => !ofPosts.includes(name)))).toBeLessThan(8192);
});
