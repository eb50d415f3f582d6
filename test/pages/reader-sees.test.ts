import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { select, selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { build } from "../../src/build.js";
import { textContent } from "../../src/html/query.js";
import { makeFolder } from "../writer/folder.js";

/*
 * What the theme promises its readers, held against a small site as it is built.
 */

const words = "Iron gall ink bites into the skin of the page, and a knife of pumice takes it away again. ".repeat(4);

const post = (front: string, body = words) => `---\n${front}\n---\n${body}\n`;

const posts = {
  "posts/2024-01-01-oldest.md": post("title: Oldest\npin: true"),
  "posts/2024-02-01-first-part.md": post("title: First part\nseries: Ink\ncategories: [Craft]\ntags: [ink]"),
  "posts/2024-03-01-second-part.md": post(
    [
      "title: Second part",
      "subtitle: Of knives",
      "series: Ink",
      "updated: 2024-06-05",
      "categories: [Craft, Tools]",
      "tags: [ink, C++]",
      "image: { path: /assets/desk.jpg, alt: A desk }",
      "source: https://old.example/ink",
      "license: CC BY-SA 4.0",
    ].join("\n"),
    `${words}\n\n## One\n\n${words}\n\n## Two\n\n${words}\n\n### Three\n\n${words}`,
  ),
  "posts/2024-04-01-newest.md": post("title: Newest\ncategories: [Craft]\ntags: [ink]"),
  "posts/2024-04-02-hidden.md": post("title: Hidden\nhidden: true"),
  "posts/2024-04-03-draft.md": post("title: Draft\npublished: false"),
};

const config = [
  "title: Pots",
  "description: About pots",
  "url: https://example.org",
  "baseurl: /sub",
  "author: { name: Mei Arden }",
  "menu:",
  "  - { title: All posts, url: /archive/ }",
  "  - { title: Elsewhere, url: 'https://elsewhere.example/' }",
  "social:",
  "  - { title: Mail, url: 'mailto:mei@example.org' }",
].join("\n");

async function builtSite(settings: string): Promise<(path: string) => Root> {
  const site = makeFolder({
    "_config.yml": settings,
    "assets/desk.jpg": "",
    "pages/about.md": "---\ntitle: About\npermalink: /about/\n---\nWho I am.\n",
    ...posts,
  });
  const { ok, messages } = await build({ source: site });
  if (!ok) throw new Error(JSON.stringify(messages));
  return (path) =>
    unified()
      .use(rehypeParse)
      .parse(readFileSync(join(site, "_site", path), "utf8"));
}

const page = await builtSite(config);
const chinese = await builtSite(
  config.replace("description", "lang: zh-CN\ndescription").replace(/menu:\n(?: .*\n)+/, ""),
);

const texts = (tree: Root | Element, selector: string) =>
  selectAll(selector, tree).map((element) => textContent(element).replace(/\s+/g, " ").trim());
const hrefs = (tree: Root | Element, selector: string) =>
  selectAll(selector, tree).map(({ properties }) => properties.href);
const meta = (tree: Root, name: string) =>
  select(`meta[name="${name}"], meta[property="${name}"]`, tree)?.properties.content;

const secondPart = "2024/03/01/second-part.html";

describe("the home page", () => {
  const home = page("index.html");

  test("shows the latest posts, pinned ones first, and none that is hidden or unpublished", () => {
    expect(texts(home, ".card h2")).toEqual(["Oldest", "Newest", "Second part", "First part"]);
    expect(texts(home, ".card:first-of-type .byline strong")).toEqual(["Pinned"]);
    expect(texts(home, ".card .byline strong")).toHaveLength(1);
  });

  test("shows of each a date, the time that it takes, an excerpt and a cover, drawn where it has none", () => {
    const cards = selectAll(".card", home);
    for (const card of cards) {
      expect(texts(card, "time")).toHaveLength(1);
      expect(texts(card, ".byline")[0]).toMatch(/\d+ min read/);
      expect(texts(card, ".card > p").at(-1)).toMatch(/^Iron gall ink bites/);
    }
    expect(cards.map((card) => selectAll("svg.drawn", card).length)).toEqual([1, 1, 0, 1]);
    expect(select("img", cards[2])?.properties).toMatchObject({ src: "/sub/assets/desk.jpg", alt: "" });
  });

  test("has the menu and the links that the configuration names", () => {
    expect(texts(home, ".site-head li")).toEqual(["All posts", "Elsewhere"]);
    expect(hrefs(home, ".site-head li a")).toEqual(["/sub/archive/", "https://elsewhere.example/"]);
    expect(texts(home, ".site-foot li")).toEqual(["Mail", "Feed"]);
    expect(hrefs(home, ".site-foot li a")).toEqual(["mailto:mei@example.org", "/sub/feed.xml"]);
  });
});

describe("a post", () => {
  const tree = page(secondPart);

  test("begins with title, subtitle, place, dates, reading time and categories", () => {
    expect(texts(tree, "h1")).toEqual(["Second part"]);
    expect(texts(tree, ".subtitle")).toEqual(["Of knives"]);
    expect(hrefs(tree, ".crumbs a")).toEqual(["/sub/", "/sub/categories/craft/"]);
    expect(texts(tree, "header .byline time")).toEqual(["1 March 2024", "5 June 2024"]);
    expect(texts(tree, "header .byline")[0]).toMatch(/Updated 5 June 2024 \d+ min read Tools$/);
    expect(select(".cover img", tree)?.properties).toMatchObject({ alt: "A desk", fetchPriority: "high" });
  });

  test("has its contents twice, of which the style shows one", () => {
    for (const list of ["details.toc", "nav.toc-aside"])
      expect(texts(tree, `${list} li`)).toEqual(["One", "Two", "Three"]);
    expect(hrefs(tree, ".toc a")).toEqual(["#one", "#two", "#three"]);
  });

  test("ends with tags, source, licence, series, neighbours and related posts", () => {
    expect(hrefs(tree, ".tags a")).toEqual(["/sub/tags/ink/", "/sub/tags/c-plus-plus/"]);
    expect(texts(tree, ".origin div")).toEqual(
      ["First published at old.example/ink", "Licence CC BY-SA 4.0"].map((text) =>
        expect.stringMatching(text.replace(/(at|Licence) /, "$1 ?")),
      ),
    );
    expect(texts(tree, ".series li")).toEqual(["First part", "Second part"]);
    expect(texts(tree, ".series strong")).toEqual(["Second part"]);
    expect(hrefs(tree, ".neighbours a")).toEqual(["/sub/2024/02/01/first-part.html", "/sub/2024/04/01/newest.html"]);
    expect(texts(tree, ".related a")).toEqual(expect.arrayContaining(["First part", "Newest"]));
  });

  test("tells machines what it is", () => {
    expect(select('link[rel="canonical"]', tree)?.properties.href).toBe(
      "https://example.org/sub/2024/03/01/second-part.html",
    );
    expect(meta(tree, "description")).toMatch(/^Iron gall ink/);
    expect(meta(tree, "og:type")).toBe("article");
    expect(meta(tree, "og:title")).toBe("Second part");
    expect(meta(tree, "og:url")).toBe("https://example.org/sub/2024/03/01/second-part.html");
    expect(meta(tree, "og:site_name")).toBe("Pots");
    expect(meta(tree, "og:description")).toBe(meta(tree, "description"));
    expect(meta(tree, "og:image")).toBe("https://example.org/sub/assets/desk.jpg");
    expect(meta(tree, "twitter:card")).toBe("summary_large_image");
    expect(meta(tree, "article:published_time")).toMatch(/^2024-03-01T/);
    expect(meta(tree, "article:modified_time")).toMatch(/^2024-06-05T/);
    expect(hrefs(tree, 'link[rel="alternate"]')).toEqual(["/sub/feed.xml", "/sub/feed.json"]);
  });
});

test.each([
  ["tags/ink/index.html", "ink", ["Newest", "Second part", "First part"], ["/sub/", "/sub/tags/"]],
  ["categories/tools/index.html", "Tools", ["Second part"], ["/sub/", "/sub/categories/"]],
])("%s shows its posts, and where it belongs", (path, title, cards, crumbs) => {
  const tree = page(path);
  expect(texts(tree, "h1")).toEqual([title]);
  expect(texts(tree, ".card h2")).toEqual(cards);
  expect(hrefs(tree, ".crumbs a")).toEqual(crumbs);
  expect(texts(tree, "header .byline")[0]).toMatch(new RegExp(`^${cards.length} posts?$`));
});

test("the archive has all posts, the search page a form, the page about its text, and 404 ways on", () => {
  expect(texts(page("archive/index.html"), ".lines a")).toEqual(["Newest", "Second part", "First part", "Oldest"]);
  const form = select("form[role=search]", page("search/index.html"))!;
  expect(form.properties).toMatchObject({ method: "get", hidden: true });
  expect(texts(form, `label[for="${select("input", form)?.properties.id}"]`)).toEqual(["Search the posts"]);
  expect(texts(page("about/index.html"), ".prose")).toEqual(["Who I am."]);
  expect(hrefs(page("404.html"), "main a")).toEqual(["/sub/", "/sub/archive/", "/sub/search/"]);
  expect(meta(page("404.html"), "robots")).toBe("noindex");
});

test("a Chinese site says all of it in Chinese", () => {
  const tree = chinese(secondPart);
  expect(select("html", tree)?.properties.lang).toBe("en");
  // The post is English, the words around it are the site's.
  for (const part of [".site-head", ".site-foot", "header .byline", ".post > footer", ".toc summary"])
    expect(select(part, tree)?.properties.lang, part).toBe("zh-CN");
  expect(texts(tree, "header .byline time")).toEqual(["2024年3月1日", "2024年6月5日"]);
  expect(texts(tree, ".site-head li")).toEqual(["归档", "分类", "标签", "About"]);
  const seen = ["index.html", "archive/index.html", "search/index.html", "404.html", "tags/ink/index.html"].map(
    (path) => textContent(select("body", chinese(path))!).replace(/Iron gall[^\n]*/g, ""),
  );
  const names =
    /Pots|About pots|Mei Arden|Mail|Oldest|Newest|(?:First|Second) part|Craft|Tools|ink|About|C\+\+|JavaScript|O$|[\s]/gi;
  for (const text of seen) expect(text.replace(names, "")).not.toMatch(/[A-Za-z]{3}/);
});
