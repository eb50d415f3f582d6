import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jekyllSite } from "./site.js";

describe("posts of a Jekyll site", () => {
  it("come out under their date, with Liquid and Markdown rendered, in their layout", async () => {
    const site = jekyllSite({
      "_layouts/post.html": "---\nlayout: base\ncolour: red\n---\n<article>{{ content }}</article>",
      "_layouts/base.html": "<title>{{ page.title }}</title>{{ layout.colour }} {{ content }}",
      "_posts/2020-03-04-tea-time.md": '---\nlayout: post\n---\nHello *{{ page.title }}*, "friend"\n',
    });
    await site.build();
    expect(site.read("2020/03/04/tea-time.html")).toBe(
      "<title>Tea Time</title>red <article><p>Hello <em>Tea Time</em>, “friend”</p>\n</article>",
    );
  });

  it("take their categories from the folders above and from the front matter", async () => {
    const site = jekyllSite({
      "garden/_posts/2020-03-04-peas.html": "---\ncategory: Green Things\n---\n{{ page.categories | join: ',' }}",
    });
    await site.build();
    expect(site.read("garden/green things/2020/03/04/peas.html")).toBe("garden,Green Things");
  });

  it("stay out while they are drafts, unpublished or in the future", async () => {
    const site = jekyllSite({
      "_posts/2020-01-01-a.md": "---\npublished: false\n---\nx",
      "_posts/2999-01-01-b.md": "---\n---\nx",
      "_drafts/c.md": "---\ndate: 2020-01-02\n---\nx",
      "index.html": "---\n---\n{{ site.posts | map: 'title' | join: ' ' }}",
    });
    await site.build();
    expect(site.read("index.html")).toBe("");
    await site.build({ drafts: true, unpublished: true, future: true });
    expect(site.read("index.html")).toBe("B C A");
  });

  it("have an excerpt whose blocks are closed and whose links still lead somewhere", async () => {
    const site = jekyllSite({
      "_posts/2020-01-01-a.md": "---\n---\n{% if true %}See [this][t].\n\nMore {% endif %}\n\n[t]: /there\n",
      "index.html": "---\n---\n{{ site.posts[0].excerpt }}",
    });
    const { messages } = await site.build();
    expect(site.read("index.html")).toBe('<p>See <a href="/there">this</a>.</p>\n\n');
    expect(messages.map(({ ruleId }) => ruleId)).toContain("excerpt-modified");
  });

  it("know their neighbours and the others", async () => {
    const text =
      "---\n---\n{{ page.previous.title }}<{{ page.title }}>{{ page.next.title }} {{ site.related_posts.size }}";
    const site = jekyllSite({
      "_posts/2020-01-01-a.html": text,
      "_posts/2020-01-02-b.html": text,
      "_posts/2020-01-03-c.html": text,
    });
    await site.build();
    expect(site.read("2020/01/02/b.html")).toBe("A<B>C 2");
  });

  it("whose date is none stop the build", async () => {
    const site = jekyllSite({ "_posts/2020-22-01-a.md": "---\n---\nx" });
    await expect(site.build()).rejects.toThrow("does not have a valid date in the filename");
    expect(existsSync(join(site.folder, "_site"))).toBe(false);
  });
});
