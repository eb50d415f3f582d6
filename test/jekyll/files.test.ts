import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jekyllSite } from "./site.js";

describe("pages, files and collections of a Jekyll site", () => {
  it("a file with front matter is a page, any other is copied, and what is special or excluded is left out", async () => {
    const site = jekyllSite({
      "_config.yml": "exclude: [secret, '*.bak']\ninclude: [_well-known]\n",
      "about.md": "---\n---\n{{ 1 | plus: 1 }}",
      "plain.html": "{{ 1 }}",
      "secret/x.txt": "x",
      "a.bak": "x",
      "_hidden/x.txt": "x",
      "_well-known/x.txt": "kept",
      ".htaccess": "x",
      ".env": "x",
      "node_modules/x.js": "x",
    });
    const { written } = await site.build();
    expect(written.added).toEqual(["_well-known/x.txt", "about.html", "plain.html"]);
    expect(site.read("about.html")).toBe("<p>2</p>\n");
    expect(site.read("plain.html")).toBe("{{ 1 }}");
  });

  it.each([
    ["pretty", "about/index.html", "2020/01/02/a/index.html"],
    ["none", "about.html", "a.html"],
    ["ordinal", "about.html", "2020/002/a.html"],
    ["/:short_year/:i_month/:title", "about.html", "20/1/a.html"],
  ])("the permalink style %s gives %s and %s", async (style, page, post) => {
    const site = jekyllSite({
      "_config.yml": `permalink: ${style}\n`,
      "about.html": "---\n---\npage",
      "_posts/2020-01-02-a.html": "---\n---\npost",
    });
    await site.build();
    expect([site.read(page), site.read(post)]).toEqual(["page", "post"]);
  });

  it("collections are listed, sorted, and written if they are to be", async () => {
    const site = jekyllSite({
      "_config.yml": "collections:\n  pets: {output: true, sort_by: age, permalink: /zoo/:name/}\n  notes: {}\n",
      "_pets/rex.md": "---\nage: 9\n---\nDog",
      "_pets/tom.md": "---\nage: 3\n---\nCat",
      "_pets/rex.png": "picture",
      "_notes/n.md": "---\n---\nHidden",
      "index.html":
        "---\n---\n{% for pet in site.pets %}{{ pet.title }} {{ pet.url }};{% endfor %}{{ site.notes[0].content }}",
    });
    await site.build();
    expect(site.read("index.html")).toBe("Tom /zoo/tom/;Rex /zoo/rex/;<p>Hidden</p>\n");
    expect(existsSync(join(site.folder, "_site/notes"))).toBe(false);
    expect(site.read("zoo/rex/index.html")).toBe("<p>Dog</p>\n");
  });

  it("front matter defaults hold for a path and a type, the longer path wins, and hashes are merged", async () => {
    const site = jekyllSite({
      "_config.yml": [
        "defaults:",
        "  - {scope: {path: ''}, values: {who: all, bag: {a: 1}}}",
        "  - {scope: {path: shop}, values: {who: shop, bag: {b: 2}}}",
        "  - {scope: {path: shop, type: posts}, values: {who: posts}}",
      ].join("\n"),
      "x.html": "---\n---\n{{ page.who }}",
      "shop/y.html": "---\nbag: {c: 3}\n---\n{{ page.who }} {{ page.bag | jsonify }}",
    });
    await site.build();
    expect(site.read("x.html")).toBe("all");
    expect(site.read("shop/y.html")).toBe('shop {"a":1,"b":2,"c":3}');
  });

  it("data files of every kind are read, folders are hashes", async () => {
    const site = jekyllSite({
      "_data/a.yml": "x: yes",
      "_data/b.json": '{"x": [1, 2]}',
      "_data/team members.csv": 'name,age\n"A, B",3\n',
      "_data/deep/c.tsv": "k\tv\n1\t2\n",
      "x.html":
        "---\n---\n{{ site.data.a.x }} {{ site.data.b.x | last }} {{ site.data.team_members[0].name }} {{ site.data.deep.c[0].v }}",
    });
    await site.build();
    expect(site.read("x.html")).toBe("true 2 A, B 2");
  });

  it("two files that want the same place are named", async () => {
    const site = jekyllSite({
      "a.html": "---\npermalink: /same.html\n---\na",
      "b.html": "---\npermalink: /same.html\n---\nb",
    });
    const { messages } = await site.build();
    expect(messages.map(({ reason }) => reason).join()).toContain(
      "Conflict: The following destination is shared by multiple files.",
    );
    expect(site.read("same.html")).toBe("b");
  });

  it("a file may become a folder, and what is no longer made goes", async () => {
    const site = jekyllSite({ "index.html": "x", test: "file" });
    await site.build();
    const { rmSync } = await import("node:fs");
    rmSync(join(site.folder, "test"));
    site.write("test/index.html", "folder");
    const { written } = await site.build();
    expect(written).toMatchObject({ added: ["test/index.html"], removed: ["test"] });
  });
});

describe("a site beside a package.json and without any folder of Jekyll's is one of Jekyll's", () => {
  it.each([
    ["a Gemfile", { Gemfile: "", "_config.yml": "" }],
    ["exclude", { "_config.yml": "exclude: [x]\n" }],
    ["include", { "_config.yml": "include: [_pages]\n" }],
    ["defaults", { "_config.yml": "defaults: []\n" }],
  ])("by %s", async (_, files) => {
    const site = jekyllSite({ "package.json": "{}", "index.md": "---\n---\n*Here*", ...files });
    await site.build();
    expect(site.read("index.html")).toBe("<p><em>Here</em></p>\n");
  });
});

it.each([
  ["../../a/../b.html", "a/b.html"],
  ["/%2e%2e/%2e%2e/up.html", "up.html"],
])("the permalink %s leads no further up than to the destination", async (permalink, expected) => {
  const site = jekyllSite({ "x.html": `---\npermalink: ${permalink}\n---\nHere` });
  const { written } = await site.build();
  expect(written.added).toEqual([expected]);
});
