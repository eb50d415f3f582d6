import { expect, it } from "vitest";
import { check } from "../../src/check.js";
import { jekyllSite } from "./site.js";

async function found(files: Readonly<Record<string, string>>, publishedUrls?: readonly string[]) {
  const { folder } = jekyllSite(files);
  const { messages } = await check({ source: folder, ...(publishedUrls ? { publishedUrls } : {}) });
  const placed = messages.toSorted((a, b) => ((a.file ?? "") < (b.file ?? "") ? -1 : 1));
  return placed.map(({ ruleId, file, line, reason }) => [ruleId, file, line, reason]);
}

it("links of the finished pages are followed, and what leads to nothing is told where it is written", async () => {
  const files = {
    "_config.yml": "url: https://pond.example\nbaseurl: /pond\n",
    "_posts/2020-01-02-frogs.md":
      "---\ntitle: Frogs\n---\n# Green\n\n[all](/pond/) [none](/pond/no/) [outside](/other) [far](https://far.example/x)\n\n![](/pond/pic.png) ![a](/pond/no.png)\n",
    "pic.png": "",
    "index.md":
      "---\n---\n[good]({{ site.posts[0].url | relative_url }}#green)\n[bad]({{ site.posts[0].url | relative_url }}#blue)\n[own](https://pond.example/pond/gone.html)\n",
  };
  expect(await found(files)).toEqual([
    ["broken-link", "_posts/2020-01-02-frogs.md", 6, "The link /pond/no/ leads to nothing on this site"],
    ["image-alt", "_posts/2020-01-02-frogs.md", 8, "The picture /pond/pic.png has no alternative text"],
    ["missing-image", "_posts/2020-01-02-frogs.md", 8, "The picture /pond/no.png is not there"],
    [
      "broken-anchor",
      "index.md",
      undefined,
      "The link /pond/2020/01/02/frogs.html#blue leads to a place that its target does not have",
    ],
    ["broken-link", "index.md", 5, "The link https://pond.example/pond/gone.html leads to nothing on this site"],
  ]);
});

it("a broken link of an include is told once, there", async () => {
  const files = {
    "_layouts/default.html": "{% include menu.html %}{{ content }}",
    "_includes/menu.html": "<ul>\n<li><a href='/imprint/'>Imprint</a></li></ul>",
    "a.html": "---\nlayout: default\n---\n",
    "b.html": "---\nlayout: default\n---\n",
  };
  expect(await found(files)).toEqual([
    ["broken-link", "_includes/menu.html", 2, "The link /imprint/ leads to nothing on this site, on 2 pages"],
  ]);
});

it("tells what a build would, tags that there are none of, and addresses that are gone; nothing is written", async () => {
  const files = {
    "_config.yml": "plugins: [jekyll-unheard-of]\n",
    "a.html": "---\nlayout: none-such\n---\n{% raw %}x{% endraw %}",
    "unused.md": "---\n---\n{% unheard %}",
  };
  const rules = (await found(files, ["https://x.example/a.html", "/old/"])).map(([rule]) => rule);
  expect(new Set(rules)).toEqual(new Set(["jekyll-plugin", "unknown-layout", "liquid", "vanished-url"]));
  expect(rules.filter((rule) => rule === "vanished-url")).toHaveLength(1);
});
