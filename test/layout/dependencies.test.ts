import { describe, expect, test } from "vitest";
import { engineOf, globals } from "./engine-of.js";

const base = ["baseurl", "lang", "timezone", "url"];

const files = {
  "layouts/post.html":
    "---\nlayout: outer\n---\n{% if page.x %}{% include card.html post=page %}{% endif %}{{ site.motto }}",
  "layouts/outer.html": "{{ site.title }}{{ content }}<link href='{{ \"theme.css\" | asset_url }}'>",
  "layouts/plain.html": "{{ content }}",
  "layouts/dynamic.html": "{% include {{ page.part }} %}",
  "includes/card.html": "{% for entry in site.menu %}{% include part.html %}{% endfor %}",
  "includes/part.html": "{{ site['motto'] }}",
  "includes/other.html": "{{ site.other }}",
};

const changed = (name: string, layout: string) => {
  const before = engineOf(files).fingerprint(layout);
  const after = engineOf({ ...files, [name]: `${files[name as keyof typeof files]}!` }).fingerprint(layout);
  return before !== after;
};

describe("the fingerprint", () => {
  test.each([
    ["layouts/post.html", "post", true],
    ["layouts/outer.html", "post", true],
    ["includes/card.html", "post", true],
    ["includes/part.html", "post", true],
    ["includes/other.html", "post", false],
    ["layouts/plain.html", "post", false],
    ["includes/card.html", "plain", false],
    ["includes/other.html", "dynamic", true],
  ])("a change of %s tells on %s: %s", (file, layout, expected) => {
    expect(changed(file, layout)).toBe(expected);
  });

  test("is the same for the same files", () => {
    expect(engineOf(files).fingerprint("post")).toBe(engineOf(files).fingerprint("post"));
  });

  test("tells of an asset's new path only where the asset is named", () => {
    const moved = { globals: { ...globals, assets: { "theme.css": "/assets/theme-5678.css", "x.png": "/x.png" } } };
    const added = { globals: { ...globals, assets: { ...globals.assets, "x.png": "/x.png" } } };
    expect(engineOf(files, moved).fingerprint("post")).not.toBe(engineOf(files).fingerprint("post"));
    expect(engineOf(files, added).fingerprint("post")).toBe(engineOf(files).fingerprint("post"));
    expect(engineOf(files, moved).fingerprint("plain")).toBe(engineOf(files).fingerprint("plain"));
    const computed = { "layouts/a.html": "{{ page.name | asset_url }}" };
    expect(engineOf(computed, added).fingerprint("a")).not.toBe(engineOf(computed).fingerprint("a"));
  });

  test("an include that calls itself is no trouble", () => {
    expect(
      engineOf({ "layouts/a.html": "{% include a.html %}", "includes/a.html": "{% include a.html %}" }).fingerprint(
        "a",
      ),
    ).toMatch(/^[\da-f]{32}$/);
  });
});

describe("the globals that are used", () => {
  const used = (template: string) => engineOf({ "layouts/a.html": template }).globalsUsed("a");

  test("through the whole chain and its includes", () => {
    expect(engineOf(files).globalsUsed("post")).toEqual([...base, "menu", "motto", "title"].sort());
    expect(engineOf(files).globalsUsed("plain")).toEqual(base);
    expect(engineOf(files).globalsUsed("dynamic")).toEqual([...base, "menu", "motto", "other"].sort());
  });

  test.each([
    ["{% assign s = site %}{{ s.x }}"],
    ["{{ site[page.key] }}"],
    ["{% for pair in site %}{% endfor %}"],
    ["{{ site | jsonify }}"],
  ])("%s: all", (template) => {
    expect(used(template)).toBe("all");
  });

  test.each([
    ["{% if site.a %}{% elsif site.b == 1 %}{% else %}{{ 1 | plus: site.c }}{% endif %}", ["a", "b", "c"]],
    ["{% assign x = site.data.nav | where_exp: 'p', 'p.lang == site.motto' %}", ["data", "motto"]],
    ["{% case site.a %}{% when site.b %}{% endcase %}{% capture z %}{{ site.c }}{% endcapture %}", ["a", "b", "c"]],
    ["{% comment %}none{% endcomment %}{% for post in site.posts limit: site.limit %}{% endfor %}", ["limit", "posts"]],
  ])("%s", (template, expected) => {
    expect(used(template)).toEqual([...base, ...expected].sort());
  });

  test("of a text", () => {
    expect(engineOf(files).textDependencies("{{ site.x }}{% include other.html %}", "pages/a.md").globals).toEqual(
      [...base, "other", "x"].sort(),
    );
  });
});
