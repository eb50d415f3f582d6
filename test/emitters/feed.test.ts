import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { feed } from "../../src/emitters/feed.js";
import type { Site } from "../../src/model/site.js";
import { makePost, makeSite } from "./site.js";

const reader = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ["entry", "item", "category", "author"].includes(name),
  processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
});

/** Characters that XML 1.0 allows. */
const legal = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

function emit(site: Site, html: (path: string) => string = () => "<p>text</p>") {
  const emitted = feed.emit({ site, pages: [], assets: {}, postHtml: ({ post }) => html(post.path) });
  const [atom, json, rss] = emitted.outputs.map((output) => ("contents" in output ? String(output.contents) : ""));
  for (const xml of [atom!, rss!]) {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toMatch(legal);
  }
  const { channel } = reader.parse(rss!).rss;
  return { atom: reader.parse(atom!).feed, rss: channel, json: JSON.parse(json!), text: atom! + rss!, emitted };
}

describe("feed", () => {
  test("has whole URLs under the base path, in Atom, JSON and RSS", () => {
    const site = makeSite([makePost({ front: { tags: ["C++"], categories: ["编程"] } })], {
      baseurl: "/blog",
      lang: "zh-CN",
    });
    const { atom, json, rss } = emit(site);
    expect(atom["@_xml:lang"]).toBe("zh-CN");
    expect(atom.id).toBe("https://example.org/blog/");
    expect(atom.link.map((link: Record<string, string>) => link["@_href"])).toEqual([
      "https://example.org/blog/feed.xml",
      "https://example.org/blog/",
    ]);
    const [entry] = atom.entry;
    expect(entry.link["@_href"]).toBe("https://example.org/blog/2025/02/26/a.html");
    expect(entry.published).toBe("2025-02-26T14:55:23Z");
    expect(entry.category.map((category: Record<string, string>) => category["@_term"])).toEqual(["编程", "C++"]);
    expect(json.items[0].url).toBe("https://example.org/blog/2025/02/26/a.html");
    expect(json.items[0].content_html).toBe("<p>text</p>");
    expect(json.items[0].tags).toEqual(["编程", "C++"]);
    expect(rss).toMatchObject({ language: "zh-CN", link: "https://example.org/blog/", description: "Blog" });
    expect(rss["atom:link"]["@_href"]).toBe("https://example.org/blog/rss.xml");
    expect(rss.item[0]).toMatchObject({
      link: "https://example.org/blog/2025/02/26/a.html",
      guid: { "#text": "https://example.org/blog/2025/02/26/a.html", "@_isPermaLink": "true" },
      pubDate: "Wed, 26 Feb 2025 14:55:23 GMT",
      category: ["编程", "C++"],
      "content:encoded": "<p>text</p>",
    });
  });

  test("takes the newest posts only, and none that are hidden or lead elsewhere", () => {
    const posts = Array.from({ length: 30 }, (_, day) =>
      makePost({ path: `posts/${day}.md`, slug: `p${day}`, date: day * 86_400_000 }),
    );
    posts.push(makePost({ path: "posts/h.md", slug: "h", front: { hidden: true } }));
    posts.push(makePost({ path: "posts/r.md", slug: "r", front: { redirectTo: "https://example.com/" } }));
    const { atom } = emit(makeSite(posts));
    expect(atom.entry).toHaveLength(20);
    expect(atom.entry[0].id).toBe("https://example.org/1970/01/30/p29.html");
    expect(atom.updated).toBe("1970-01-30T00:00:00Z");
  });

  test("asks only for the HTML of the posts that it holds, once each", () => {
    const posts = Array.from({ length: 5 }, (_, n) => makePost({ path: `posts/${n}.md`, slug: `p${n}`, date: n }));
    const asked: string[] = [];
    emit(makeSite(posts, { feedLimit: 2 }), (path) => {
      asked.push(path);
      return "";
    });
    expect(asked).toEqual(["posts/4.md", "posts/3.md"]);
  });

  test("summaries only, where the owner wants that", () => {
    const { atom, json, rss } = emit(makeSite([makePost({ description: "short" })], { feedContent: "summary" }));
    expect(atom.entry[0].content).toBeUndefined();
    expect(atom.entry[0].summary).toBe("short");
    expect(json.items[0].content_text).toBe("short");
    expect(rss.item[0]).toMatchObject({ description: "short" });
    expect(rss.item[0]).not.toHaveProperty("content:encoded");
  });

  test("a site without an address has paths, and is told so", () => {
    const { atom, emitted } = emit(makeSite([makePost()], { url: "", title: "" }));
    expect(atom.entry[0].id).toBe("/2025/02/26/a.html");
    expect(atom.title).toBe("/");
    expect(emitted.messages).toMatchObject([{ severity: "info", ruleId: "no-url" }]);
  });

  test("no script URL gets into a feed", () => {
    const bad = "javascript:alert(1)";
    const post = makePost({ source: bad, front: { authors: [{ name: "M", url: bad, avatar: bad }] } });
    expect(emit(makeSite([post])).text).not.toContain("javascript");
    expect(JSON.stringify(emit(makeSite([post])).json)).not.toContain("javascript");
  });

  test("is well-formed and says what it was given, whatever that is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom(
          "]]>",
          "<",
          "&",
          '"',
          "'",
          "\0",
          "\x1b",
          "\ud800",
          "\udfff",
          "\ufffe",
          "\r",
          "</content>",
          "字",
          "😀",
        ),
      }),
    );
    const date = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(8.64e15, -8.64e15, Date.UTC(10000, 0, 1)));
    fc.assert(
      fc.property(text, text, text, text, date, (title, html, name, term, instant) => {
        const site = makeSite([makePost()], { title: name });
        const [first] = site.posts;
        const odd = {
          ...first!,
          post: { ...first!.post, title, description: html, date: instant, updated: instant, source: title },
          link: { ...first!.link, tags: [{ name: term, url: "/" }] },
        };
        const { atom, rss } = emit({ ...site, posts: [odd] }, () => html);
        expect(rss.item[0].title).toBe(legalized(title));
        expect(rss.item[0]["content:encoded"]).toBe(legalized(html));
        expect(atom.entry[0].title["#text"] ?? atom.entry[0].title).toBe(legalized(title));
        expect(atom.entry[0].content["#text"] ?? "").toBe(legalized(html));
      }),
      { numRuns: 1000 },
    );
  });
});

/** What a parser hands out: illegal characters replaced, line ends made one. */
function legalized(text: string): string {
  return [...text.replace(/\r\n?/g, "\n")].map((character) => (legal.test(character) ? character : "\ufffd")).join("");
}

describe("feeds of tags and categories", () => {
  const posts = [
    makePost({ path: "posts/a.md", slug: "a", title: "A", front: { tags: ["排版", "HTML"], categories: ["Notes"] } }),
    makePost({ path: "posts/b.md", slug: "b", title: "B", front: { tags: ["HTML"] } }),
  ];
  const emitFor = (site: Site) => feed.emit({ site, pages: [], assets: {}, postHtml: () => "<p>text</p>" }).outputs;

  test("are there only where they are asked for", () => {
    expect(emitFor(makeSite(posts)).map(({ path }) => path)).toEqual(["feed.xml", "feed.json", "rss.xml"]);
  });

  test("lie beside the term's page and hold its posts", () => {
    const outputs = emitFor(makeSite(posts, { feedsOf: ["tags"], baseurl: "/blog" }));
    expect(outputs.map(({ path }) => path)).toEqual([
      "feed.xml",
      "feed.json",
      "rss.xml",
      "tags/html/feed.xml",
      "tags/html/feed.json",
      "tags/html/rss.xml",
      "tags/排版/feed.xml",
      "tags/排版/feed.json",
      "tags/排版/rss.xml",
    ]);
    const of = (path: string) =>
      JSON.parse(String((outputs.find((one) => one.path === path) as { contents: string }).contents));
    expect(of("tags/html/feed.json").items.map(({ title }: { title: string }) => title)).toEqual(["B", "A"]);
    expect(of("tags/排版/feed.json")).toMatchObject({
      title: "排版 · Blog",
      home_page_url: "https://example.org/blog/tags/%E6%8E%92%E7%89%88/",
      feed_url: "https://example.org/blog/tags/%E6%8E%92%E7%89%88/feed.json",
    });
  });
});
