import { expect, test } from "vitest";
import type { Engine } from "../../src/commands/command.js";
import type { LoadedSite } from "../../src/model/build.js";
import { listsOf } from "../../src/work/site-lists.js";
import { makePage, makePost, makeSite } from "../emitters/site.js";
import { run } from "./terminal.js";

const posts = [
  makePost({
    title: "红\x1b[31m色",
    updated: Date.UTC(2025, 2, 1),
    front: { tags: ["C++", "编程"], categories: ["tech"] },
  }),
  makePost({ path: "drafts/b.md", slug: "b", title: "B", date: 0, front: { status: "draft" } }),
];
const site = makeSite(posts, { timezone: "Asia/Shanghai", baseurl: "/blog" });
const pages = [
  makePage({ permalink: "/a.html", output: "a.html" }),
  makePage({ kind: "redirect", permalink: "/old/", data: { target: "/a.html" } }),
];

async function list(...argv: readonly string[]) {
  const loaded: LoadedSite = { site, pages, messages: [], skipped: [] };
  const engine = { listSite: async () => listsOf(loaded) } as unknown as Engine;
  return run(["list", ...argv], engine);
}

test("posts as JSON, under the names that tools rely on", async () => {
  const { stdout, exitCode } = await list("posts", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    {
      source: "posts/2025-02-26-a.md",
      output: "2025/02/26/a.html",
      permalink: "/2025/02/26/a.html",
      title: "红\x1b[31m色",
      date: "2025-02-26T22:55:23+08:00",
      updated: "2025-03-01T08:00:00+08:00",
      tags: ["C++", "编程"],
      categories: ["tech"],
      draft: false,
    },
    expect.objectContaining({ source: "drafts/b.md", updated: null, draft: true }),
  ]);
});

test("the other lists", async () => {
  const rows = async (what: string) => JSON.parse((await list(what, "--json")).stdout);
  expect((await rows("drafts")).map((row: { source: string }) => row.source)).toEqual(["drafts/b.md"]);
  expect(await rows("tags")).toMatchObject([{ posts: 1 }, { posts: 1 }]);
  expect(await rows("redirects")).toEqual([{ from: "/old/", to: "/a.html" }]);
  expect(await rows("urls")).toEqual([
    { url: "https://example.org/blog/a.html", permalink: "/a.html", output: "a.html", kind: "post" },
  ]);
});

test("for people, a line each that cannot command the terminal", async () => {
  expect((await list()).stdout.split("\n")[0]).toBe("2025-02-26  红\\u{1b}[31m色  (posts/2025-02-26-a.md)");
  expect((await list("urls")).stdout).toBe("https://example.org/blog/a.html\n");
});
