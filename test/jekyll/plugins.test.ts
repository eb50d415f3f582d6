import { describe, expect, it } from "vitest";
import { jekyllSite } from "./site.js";

const posts = {
  "_posts/2020-01-01-a.md": "---\n---\nOne",
  "_posts/2020-01-02-b.md": "---\nredirect_from: /old/\n---\nTwo & more",
  "_posts/2020-01-03-c.md": "---\n---\nThree",
};

describe("plugins that are built in", () => {
  it("jekyll-paginate makes a page for each so many posts", async () => {
    const site = jekyllSite({
      ...posts,
      "_config.yml": "plugins: [jekyll-paginate]\npaginate: 2\npaginate_path: /blog/p:num/\n",
      "index.html":
        "---\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %} {{ paginator.next_page_path }}",
    });
    await site.build();
    expect(site.read("index.html")).toBe("CB /blog/p2/");
    expect(site.read("blog/p2/index.html")).toBe("A ");
  });

  it("jekyll-seo-tag takes an empty address for one", async () => {
    const head = async (config: string): Promise<string> => {
      const site = jekyllSite({
        "_config.yml": `plugins: [jekyll-seo-tag]\n${config}`,
        "a.html": "---\n---\n{% seo %}",
      });
      await site.build();
      return site.read("a.html");
    };
    expect(await head('url: ""\n')).toContain('<link rel="canonical" href="/a.html" />');
    expect(await head("")).not.toContain("canonical");
  });

  it("others are told, and what they would do is left out", async () => {
    const site = jekyllSite({
      "_config.yml": "plugins: [jekyll-seotag, jekyll-scholar, jekyll-feed]\n",
      "a.html": "---\n---\nHere",
    });
    const { ok, messages } = await site.build();
    expect(ok).toBe(true);
    expect(messages.map(({ severity, reason }) => `${severity}: ${reason}`)).toEqual([
      "warning: The plugin jekyll-seotag is not built in, so what it does is missing; did you mean jekyll-seo-tag?",
      "warning: The plugin jekyll-scholar is not built in, so what it does is missing",
    ]);
  });

  it("jekyll-redirect-from sends nobody to a script", async () => {
    const site = jekyllSite({
      "_config.yml": "plugins: [jekyll-redirect-from]\n",
      "a.html": '---\nredirect_to: "java\\tscript:alert(1)"\n---\nHere',
    });
    const { messages } = await site.build();
    expect(site.read("a.html")).toBe("Here");
    expect(messages).toEqual([expect.objectContaining({ ruleId: "unsafe-redirect", file: "a.html" })]);
  });

  it("jekyll-redirect-from lists what leads where for servers, unless it shall not", async () => {
    const files = {
      "a.html": "---\nredirect_from: [/x, /y]\n---\n",
      "b.html": "---\nredirect_to: https://b.example/\n---\n",
    };
    const config = "plugins: [jekyll-redirect-from]\nurl: https://a.example\n";
    const site = jekyllSite({ ...files, "_config.yml": config });
    await site.build();
    expect(JSON.parse(site.read("redirects.json"))).toEqual({
      "/x": "https://a.example/a.html",
      "/y": "https://a.example/a.html",
      "/b.html": "https://b.example/",
    });
    site.write("_config.yml", `${config}redirect_from: {json: false}\n`);
    await site.build();
    expect(() => site.read("redirects.json")).toThrow("ENOENT");
  });

  it("jekyll-sitemap names the sitemap in robots.txt, unless the site has its own", async () => {
    const config = "plugins: [jekyll-sitemap]\nurl: https://a.example\nbaseurl: /b\n";
    const site = jekyllSite({ "_config.yml": config, "a.html": "---\n---\n" });
    await site.build();
    expect(site.read("robots.txt")).toBe("Sitemap: https://a.example/b/sitemap.xml\n");
    site.write("robots.txt", "mine");
    await site.build();
    expect(site.read("robots.txt")).toBe("mine");
  });

  it("a page at the address that another one redirects from is no conflict", async () => {
    const site = jekyllSite({
      "_config.yml": "plugins: [jekyll-redirect-from]\n",
      "sale.html": "---\npermalink: /sale/\nredirect_from: /bargains/\n---\n",
      "bargains.html": "---\npermalink: /bargains/\n---\n",
      "both.html": "---\npermalink: /one/\n---\n",
      "two.html": "---\npermalink: /one/\n---\n",
    });
    const { messages } = await site.build();
    expect(messages.filter(({ ruleId }) => ruleId === "conflict").map(({ file }) => file)).toEqual(["both.html"]);
  });

  it("jekyll-redirect-from leads from old addresses", async () => {
    const site = jekyllSite({ ...posts, "_config.yml": "plugins: [jekyll-redirect-from]\nurl: https://a.example\n" });
    await site.build();
    expect(site.read("old/index.html")).toContain('content="0; url=https://a.example/2020/01/02/b.html"');
  });

  it("jekyll-feed, jekyll-sitemap and jekyll-seo-tag write feed, sitemap and head", async () => {
    const site = jekyllSite({
      ...posts,
      "_config.yml": "plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag]\nurl: https://a.example\ntitle: T\n",
      "index.html": "---\ntitle: Home\n---\n{% seo %}{% feed_meta %}",
    });
    await site.build();
    expect(site.read("feed.xml")).toContain("<![CDATA[<p>Two &amp; more</p>]]>");
    expect(site.read("sitemap.xml").match(/<loc>/g)).toHaveLength(4);
    expect(site.read("index.html")).toContain("<title>Home | T</title>");
  });

  it("others, and plugins in Ruby, are told", async () => {
    const site = jekyllSite({ "_config.yml": "plugins: [jekyll-nothing]\n", "_plugins/x.rb": "", "index.html": "x" });
    const { messages } = await site.build();
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ["jekyll-plugin", "_config.yml"],
      ["jekyll-plugin", "_plugins/x.rb"],
    ]);
  });
});

const reasonsOf = async (site: ReturnType<typeof jekyllSite>) =>
  (await site.build()).messages.map(({ reason }) => reason).join("\n");

it("pagination that cannot be had is told", async () => {
  const off = jekyllSite({ "_config.yml": "paginate: 2\n", "index.html": "---\n---\n" });
  expect(await reasonsOf(off)).toContain("Ensure you have `plugins: [jekyll-paginate]` in your configuration file.");
  const noTemplate = jekyllSite({
    "_config.yml": "paginate: 2\nplugins: [jekyll-paginate]\n",
    "index.md": "---\n---\n",
  });
  expect(await reasonsOf(noTemplate)).toContain("Skipping pagination.");
});
