import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceInText } from "../../src/lib/html-text.js";
import { jekyllSite } from "./site.js";

const config = (plugins: string, more = "") => ({ "_config.yml": `plugins: [${plugins}]\ntimezone: UTC\n${more}` });

test("jekyll-archives makes a page for each tag, category, year and month", async () => {
  const site = jekyllSite({
    ...config(
      "jekyll-archives",
      "jekyll-archives:\n  enabled: [tags, categories, year, month]\n  layout: list\n  permalinks: {category: '/about/:name/'}\n",
    ),
    "_layouts/list.html":
      "{{ page.type }} {{ page.title }}{{ page.date | date: ' %Y' }}:{% for post in page.posts %} {{ post.title }}{% endfor %}",
    "_posts/2020-01-01-ant.md": "---\ntags: [Six Legs]\ncategories: small\n---\n",
    "_posts/2020-02-01-bee.md": "---\ntags: [Six Legs, wings]\n---\n",
  });
  await site.build();
  expect(site.read("tag/six-legs/index.html")).toBe("tag Six Legs: Bee Ant");
  expect(site.read("tag/wings/index.html")).toBe("tag wings: Bee");
  expect(site.read("about/small/index.html")).toBe("category small: Ant");
  expect(site.read("2020/index.html")).toBe("year  2020: Bee Ant");
  expect(site.read("2020/01/index.html")).toBe("month  2020: Ant");
  expect(existsSync(join(site.folder, "_site/2020/01/01/index.html"))).toBe(false);
});

test("jekyll-titles-from-headings and jekyll-optional-front-matter", async () => {
  const site = jekyllSite({
    ...config(
      "jekyll-titles-from-headings, jekyll-optional-front-matter",
      "titles_from_headings: {strip_title: true}\noptional_front_matter: {remove_originals: true}\ndefaults:\n- scope: {path: ''}\n  values: {layout: t}\n",
    ),
    "_layouts/t.html": "{{ page.title }}|{{ content }}",
    "a.md": "# A *bright* [day](x.md) #\n\nSun",
    "b.md": "---\n---\nNight\n-----\nStars",
    "c.md": "---\ntitle: Own\n---\n# Other\n",
    "README.md": "# Not for readers",
  });
  await site.build();
  expect(site.read("a.html")).toBe("A bright day|<p>Sun</p>\n");
  expect(site.read("b.html")).toBe("Night|<p>Stars</p>\n");
  expect(site.read("c.html")).toContain("Own|<h1");
  expect(site.read("README.md")).toBe("# Not for readers");
  expect(existsSync(join(site.folder, "_site/a.md"))).toBe(false);
});

test("jekyll-relative-links leads links to files to what becomes of them", async () => {
  const site = jekyllSite({
    ...config("jekyll-relative-links", "baseurl: /b\n"),
    "docs/a.md":
      '---\n---\n[up](../top.md#end "T") [pic](p%20q.png) [far](https://a.example/top.md) [none](gone.md) [ref]\n\n[ref]: c.md\n',
    "docs/c.md": "---\npermalink: /see/\n---\n",
    "docs/p q.png": "",
    "top.md": "---\n---\n",
  });
  await site.build();
  const html = site.read("docs/a.html");
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "/b/top.html#end",
    "/b/docs/p%20q.png",
    "https://a.example/top.md",
    "gone.md",
    "/b/see/",
  ]);
});

test("jekyll-mentions and jemoji leave code, links and addresses alone", async () => {
  const site = jekyllSite({
    ...config("jekyll-mentions, jemoji", "jekyll-mentions: https://code.example\n"),
    "a.html":
      '---\n---\n<p title="@no :tada:">Thanks @kim-2, @kim. a@b.example :tada: :nothing: <code>@no :tada:</code> <a href="#">@no</a></p>',
  });
  await site.build();
  const link = (name: string) => `<a href="https://code.example/${name}" class="user-mention">@${name}</a>`;
  expect(site.read("a.html")).toBe(
    `<p title="@no :tada:">Thanks ${link("kim-2")}, ${link("kim")}. a@b.example 🎉 :nothing: <code>@no :tada:</code> <a href="#">@no</a></p>`,
  );
});

test.each([
  ["x <pre>x<pre>x</pre>x</pre> x", "y <pre>x<pre>x</pre>x</pre> y"],
  ["<script>'<b>x'</script>x<!-- x <b> -->x", "<script>'<b>x'</script>y<!-- x <b> -->y"],
  ["<b title='x>x'>x</b>", "<b title='x>x'>y</b>"],
  ["<head><title>x</title></head>x", "<head><title>x</title></head>y"],
])("the text of %s", (html, expected) => {
  expect(replaceInText(html, new Set(["pre"]), (text) => text.replaceAll("x", "y"))).toBe(expected);
});

test("jekyll-toc lists the headings of pages that ask for it", async () => {
  const site = jekyllSite({
    ...config("jekyll-toc", "toc: {max_level: 3}\n"),
    "_layouts/t.html": "{{ content | toc_only }}|{{ content | inject_anchors }}|{% toc %}",
    "a.md": "---\nlayout: t\ntoc: true\n---\n# One\n\n## Two\n\n#### Deep\n\n# Three\n",
    "b.md": "---\nlayout: t\n---\n# One\n",
  });
  await site.build();
  const list =
    '<ul id="toc" class="section-nav">\n<li class="toc-entry toc-h1"><a href="#one">One</a>\n<ul>\n<li class="toc-entry toc-h2"><a href="#two">Two</a></li>\n</ul>\n</li>\n<li class="toc-entry toc-h1"><a href="#three">Three</a></li>\n</ul>';
  const [only, anchored, tag] = site.read("a.html").split("|");
  expect(only).toBe(list);
  expect(tag).toBe(list);
  expect(anchored).toContain('<h1 id="one">\n<a class="anchor" href="#one" aria-hidden="true">');
  expect(site.read("b.html")).toBe('|<h1 id="one">One</h1>\n|');
});

describe("jekyll-last-modified-at", () => {
  const files = {
    ...config("jekyll-last-modified-at"),
    "a.md": "---\n---\n{% last_modified_at %} {{ page.last_modified_at | date: '%Y' }}",
    "b.md": "---\nlast_modified_at: 2001-02-03\n---\n{% last_modified_at %Y/%m %}",
  };

  test("asks git", async () => {
    const site = jekyllSite(files);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=K", "-c", "user.email=k@a.example", ...args], {
        cwd: site.folder,
        stdio: "ignore",
        env: { ...process.env, GIT_COMMITTER_DATE: "2010-05-06T12:00:00Z" },
      });
    git("init");
    git("add", "a.md");
    git("commit", "-m", "A");
    await site.build();
    expect(site.read("a.html")).toBe("<p>06-May-10 2010</p>\n");
  });

  test("takes the file's time where nothing was committed, and the owner's word first", async () => {
    const site = jekyllSite(files);
    await site.build();
    expect(site.read("a.html")).toContain(String(new Date().getUTCFullYear()));
    expect(site.read("b.html")).toBe("<p>2001/02</p>\n");
  });
});

test("jekyll-paginate-v2 pages by category, each page with its own settings", async () => {
  const site = jekyllSite({
    ...config("jekyll-paginate-v2", "pagination: {enabled: true, per_page: 2, permalink: '/page/:num/'}\n"),
    "_posts/2020-01-01-a.md": "---\n---\n",
    "_posts/2020-01-02-b.md": "---\ncategories: x\n---\n",
    "_posts/2020-01-03-c.md": "---\ncategories: x\n---\n",
    "index.html":
      "---\ntitle: All\npagination: {enabled: true, sort_reverse: true, trail: {before: 1, after: 1}}\n---\n{{ page.title }}:{% for post in paginator.posts %} {{ post.title }}{% endfor %} {{ paginator.next_page_path }}{{ paginator.first_page_path }} {% for t in paginator.page_trail %}{{ t.num }}{% endfor %}",
    "x/index.html":
      "---\npagination: {enabled: true, category: X, per_page: 1}\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}{{ paginator.total_pages }}",
  });
  await site.build();
  expect(site.read("index.html")).toBe("All: C B /page/2// 12");
  expect(site.read("page/2/index.html")).toBe("All - page 2: A / 12");
  expect(site.read("x/index.html")).toBe("B2");
  expect(site.read("x/page/2/index.html")).toBe("C2");
});
