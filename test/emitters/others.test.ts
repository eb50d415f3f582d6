import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { Emitter } from "../../src/emitters/emitter.js";
import { emitAll } from "../../src/emitters/index.js";
import { redirects } from "../../src/emitters/redirects.js";
import { robots } from "../../src/emitters/robots.js";
import { sitemap } from "../../src/emitters/sitemap.js";
import type { Config } from "../../src/model/config.js";
import type { Page } from "../../src/model/page.js";
import { makePage, makePost, makeSite } from "./site.js";

function emit(emitter: Emitter, pages: readonly Page[], config: Partial<Config> = {}): Record<string, string> {
  const { outputs } = emitter.emit({ site: makeSite([], config), pages, assets: {}, postHtml: () => "" });
  return Object.fromEntries(
    outputs.map((output) => [output.path, "contents" in output ? String(output.contents) : ""]),
  );
}

const parse = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser({ isArray: (name) => name === "url" || name === "sitemap" }).parse(xml);
};

describe("sitemap", () => {
  test("lists what readers should find, with its last change", () => {
    const files = emit(sitemap, [
      makePage({ permalink: "/", kind: "home" }),
      makePage({ permalink: "/%E5%B8%96.html", lastModified: Date.UTC(2025, 0, 2) }),
      makePage({ permalink: "/secret.html", noindex: true }),
      makePage({ permalink: "/old.html", kind: "redirect" }),
      makePage({ permalink: "/404.html", kind: "not-found" }),
    ]);
    expect(parse(files["sitemap.xml"]!).urlset.url).toEqual([
      { loc: "https://example.org/" },
      { loc: "https://example.org/%E5%B8%96.html", lastmod: "2025-01-02T00:00:00Z" },
    ]);
  });

  test("becomes an index when one file may not hold all", () => {
    const pages = Array.from({ length: 50_001 }, (_, n) => makePage({ permalink: `/${n}` }));
    const files = emit(sitemap, pages);
    expect(parse(files["sitemap.xml"]!).sitemapindex.sitemap).toEqual([
      { loc: "https://example.org/sitemap-1.xml" },
      { loc: "https://example.org/sitemap-2.xml" },
    ]);
    expect(parse(files["sitemap-1.xml"]!).urlset.url).toHaveLength(50_000);
    expect(parse(files["sitemap-2.xml"]!).urlset.url).toEqual([{ loc: "https://example.org/50000" }]);
  });

  test("of a site without pages is a valid file", () => {
    expect(parse(emit(sitemap, [])["sitemap.xml"]!)).toHaveProperty("urlset");
  });
});

test("robots.txt names the sitemap only by a whole URL", () => {
  expect(emit(robots, [])["robots.txt"]).toBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
  expect(emit(robots, [], { url: "" })["robots.txt"]).toBe("User-agent: *\nAllow: /\n");
});

test("_redirects holds a rule for each old address, and nothing that runs or breaks the file", () => {
  const from = (permalink: string, target: unknown) => makePage({ kind: "redirect", permalink, data: { target } });
  const pages = [
    from("/old/", "/new.html#part"),
    from("/a*b:c.html", "https://example.com/x"),
    from("/x y\n/evil https://evil.example 301", "/z"),
    from("/js", "javascript:alert(1)"),
    from("/rel", "//evil.example/x"),
    from("/none", undefined),
    makePage({ permalink: "/post.html", data: { target: "/nowhere" } }),
  ];
  expect(emit(redirects, pages, { baseurl: "/blog" })._redirects).toBe(
    "/blog/old/ /blog/new.html#part 301\n" +
      "/blog/a%2Ab%3Ac.html https://example.com/x 301\n" +
      "/blog/x%20y%0A/evil%20https%3A//evil.example%20301 /blog/z 301\n",
  );
  expect(emit(redirects, [])).toEqual({});
});

test("what the owner has made already is left to him", () => {
  const input = { site: makeSite([makePost()]), pages: [], assets: {}, postHtml: () => "" };
  const paths = (taken: readonly string[]) => emitAll(input, new Set(taken)).outputs.map((output) => output.path);
  expect(paths([])).toEqual(["feed.xml", "feed.json", "rss.xml", "sitemap.xml", "robots.txt", "_headers", ".nojekyll"]);
  expect(paths(["robots.txt", "feed.xml"])).toEqual(["feed.json", "rss.xml", "sitemap.xml", "_headers", ".nojekyll"]);
});
