import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/layout/engine.js";
import { renderPage } from "../../src/layout/render.js";
import type { Page } from "../../src/model/page.js";
import { globals } from "./engine-of.js";
import { samplePages } from "./sample-pages.js";

const engine = createEngine({
  source: resolve("."),
  layoutFolders: [resolve("layouts")],
  includeFolders: [resolve("includes")],
  autoescape: true,
  globals,
});

const pages = samplePages();

/** What the page says of itself, parsed: `@type` → object. */
function structuredData(page: Page): Record<string, Record<string, unknown>> {
  const scripts = [...render(page).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const objects = scripts.map((match) => JSON.parse(match[1]!) as Record<string, unknown>);
  return Object.fromEntries(objects.map((object) => [object["@type"], object]));
}

const render = (page: Page, content = "") => renderPage(engine, page, content, "en");

function postWith(changes: Partial<Page>, data: Page["data"] = {}): Page {
  return { ...pages.post!, ...changes, data: { ...pages.post!.data, ...data } };
}

describe("a post tells search engines", () => {
  test("what it is", () => {
    expect(structuredData(pages.post!).BlogPosting).toMatchObject({
      "@context": "https://schema.org",
      headline: "旧网页 & <Old> Pages",
      url: "https://blog.example/sub/2025/03/08/140086215.html",
      datePublished: "2025-03-08T21:40:07+08:00",
      dateModified: "2025-03-09T10:00:00+08:00",
      inLanguage: "zh-CN",
      keywords: ["网页", "空格"],
      image: "https://blog.example/sub/posts/images/desk.svg",
      isBasedOn: "https://blog.vellum.example/mei_arden/article/details/140086215",
      // The other author's address was a script.
      author: [
        { "@type": "Person", name: "Mei Arden", url: "https://vellum.example/" },
        { "@type": "Person", name: "X" },
      ],
    });
  });

  test("where it belongs", () => {
    expect(structuredData(pages.post!).BreadcrumbList!.itemListElement).toEqual([
      { "@type": "ListItem", position: 1, name: "Home", item: "https://blog.example/sub/" },
      {
        "@type": "ListItem",
        position: 2,
        name: "Engineering",
        item: "https://blog.example/sub/categories/engineering/",
      },
      { "@type": "ListItem", position: 3, name: "旧网页 & <Old> Pages" },
    ]);
  });

  test("nothing that ends the element or runs", () => {
    const title = `</script><script>alert(1)</script><!-- " \u2028 \\`;
    const hostile = postWith({ title }, { categories: [{ name: title, url: "/categories/x/" }] });
    const html = render(hostile);
    expect(html).not.toContain("<script>alert");
    expect(structuredData(hostile).BlogPosting!.headline).toBe(title);
    expect(structuredData(hostile).BreadcrumbList!.itemListElement).toHaveLength(3);
  });
});

test.each([
  ["term", ["Home", "Tags", "C++"]],
  ["year", ["Home", "Archive", "2025"]],
  ["standalone", ["Home", "About"]],
])("breadcrumbs of %s", (name, expected) => {
  const list = structuredData(pages[name]!).BreadcrumbList!.itemListElement as { name: string }[];
  expect(list.map((entry) => entry.name)).toEqual(expected);
});

test.each(["home", "not-found"])("%s stands below nothing", (name) => {
  expect(structuredData(pages[name]!)).toEqual({});
});

test("translations know each other", () => {
  const html = render(postWith({}, { translations: [{ lang: "en", url: "/2025/03/08/old.html", title: "Old" }] }));
  expect(html).toContain(
    '<link rel="alternate" hreflang="zh-CN" href="https://blog.example/sub/2025/03/08/140086215.html">',
  );
  expect(html).toContain('<link rel="alternate" hreflang="en" href="https://blog.example/sub/2025/03/08/old.html">');
  expect(html).toContain('<a rel="alternate" hreflang="en" lang="en" href="/sub/2025/03/08/old.html">English</a>');
  expect(render(pages.post!)).not.toContain("hreflang");
});

describe("scripts come only with what they serve", () => {
  const scripts = (content: string) =>
    [...render(pages.post!, content).matchAll(/ type="module" src="\/sub\/assets\/([\w-]+)\.js"/g)].map(
      (match) => match[1],
    );

  test.each([
    ["<p>Text &lt;pre</p>", []],
    ["<pre><code>x</code></pre>", ["code-copy", "scroll-boxes"]],
    ['<figure class="embed" data-player="https://player.example/1"><a href="/">x</a></figure>', ["embed-player"]],
  ])("%s", (content, expected) => {
    // The sample has a cover and headings.
    expect(scripts(content)).toEqual(expect.arrayContaining(["theme-switch", "toc-spy", "image-zoom", ...expected]));
    expect(scripts(content)).toHaveLength(3 + expected.length);
  });
});

test("comments are off unless they are asked for, and can be switched off for a post", () => {
  const giscus = { repo: "mei/blog", repo_id: "R_1", category: "Comments", category_id: "D_1" };
  const withComments = createEngine({
    source: resolve("."),
    layoutFolders: [resolve("layouts")],
    includeFolders: [resolve("includes")],
    autoescape: true,
    globals: { ...globals, site: { ...globals.site, comments: { provider: "giscus", giscus } } },
  });
  expect(render(pages.post!)).not.toContain("giscus");
  const html = renderPage(withComments, pages.post!, "", "en");
  expect(html).toContain('data-giscus-repo="mei/blog"');
  expect(html).toContain("comments.js");
  expect(html).not.toContain("giscus.app");
  const { body } = pages.post!;
  if (body.type !== "post") throw new Error("not a post");
  const silent = { ...body, post: { ...body.post, frontMatter: { ...body.post.frontMatter, comments: false } } };
  expect(renderPage(withComments, postWith({ body: silent }), "", "en")).not.toContain("giscus");
});
