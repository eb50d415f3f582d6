import { get } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import * as engine from "../../src/engine.js";
import { startJekyllServer } from "../../src/server/jekyll/serve.js";
import { run } from "../commands/terminal.js";
import { jekyllSite } from "./site.js";

const files = {
  "_config.yml": "timezone: Asia/Shanghai\nurl: https://tea.example\nbaseurl: /cups\nplugins: [jekyll-redirect-from]\n",
  "_layouts/plain.html": "<p>{{ content }}</p>",
  "_posts/2021-05-06-green-tea.md":
    "---\nlayout: plain\ntags: [leaf, green]\ncategories: [drinks]\nredirect_from: /old/\n---\nHot water",
  "_posts/2021-05-05-black-tea.html": "---\ntags: leaf\n---\nBoiling water",
  "_drafts/white-tea.md": "---\n---\nWarm water",
  "about.md": "---\n---\nAbout {{ site.url }}",
};

const json = async (what: string, source: string) =>
  JSON.parse((await run(["list", what, "--json", "-s", source], engine)).stdout);

test("list tells of a Jekyll site's posts, drafts, tags, redirects and addresses", async () => {
  const { folder } = jekyllSite(files);
  expect(await json("posts", folder)).toEqual([
    {
      source: "_posts/2021-05-06-green-tea.md",
      output: "drinks/2021/05/06/green-tea.html",
      permalink: "/drinks/2021/05/06/green-tea.html",
      title: "Green Tea",
      date: "2021-05-06T00:00:00+08:00",
      updated: null,
      tags: ["leaf", "green"],
      categories: ["drinks"],
      draft: false,
    },
    expect.objectContaining({ title: "Black Tea" }),
  ]);
  expect(await json("drafts", folder)).toMatchObject([{ title: "White Tea", draft: true }]);
  expect(await json("tags", folder)).toEqual([
    { name: "leaf", permalink: null, posts: 2 },
    { name: "green", permalink: null, posts: 1 },
  ]);
  expect(await json("redirects", folder)).toEqual([
    { from: "/old/", to: "https://tea.example/cups/drinks/2021/05/06/green-tea.html" },
  ]);
  const urls = (await json("urls", folder)).map(({ url, kind }: { url: string; kind: string }) => [url, kind]);
  expect(urls.toSorted()).toEqual([
    ["https://tea.example/cups/2021/05/05/black-tea.html", "post"],
    ["https://tea.example/cups/about.html", "page"],
    ["https://tea.example/cups/drinks/2021/05/06/green-tea.html", "post"],
  ]);
});

async function serve(folder: string) {
  const server = await startJekyllServer({ site: { source: folder }, host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      get({ host: "127.0.0.1", port: server.port, path, agent: false }, (response) => {
        let text = "";
        response.on("data", (bytes) => {
          text += String(bytes);
        });
        response.on("end", () => resolve({ status: response.statusCode, text }));
      }).on("error", reject);
    });
  return { server, ask };
}

test("dev serves a Jekyll site, follows its changes and keeps the last good state", async () => {
  const site = jekyllSite(files);
  const { server, ask } = await serve(site.folder);
  const post = "/cups/drinks/2021/05/06/green-tea.html";
  expect((await ask(post)).text).toContain("<p><p>Hot water</p>\n</p><script");
  expect((await ask("/cups/about")).text).toContain(`About http://localhost:${server.port}`);
  expect((await ask("/cups/nowhere")).status).toBe(404);

  site.write("_layouts/plain.html", "<div>{{ content }}</div>");
  await server.refresh();
  expect((await ask(post)).text).toContain("<div><p>Hot water</p>");

  site.write("_layouts/plain.html", "{% unheard_of %}");
  await server.refresh();
  expect((await ask(post)).text).toContain("<div><p>Hot water</p>");
});
