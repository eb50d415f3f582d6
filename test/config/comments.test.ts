import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { makeFolder } from "../writer/folder.js";

/** The page of a post of a site with these lines about comments. */
async function pageWith(comments: string, frontMatter = ""): Promise<string> {
  const site = makeFolder({
    "_config.yml": `title: Pots\n${comments}`,
    "posts/2024-03-01-pots.md": `---\ntitle: Pots\n${frontMatter}---\nText\n`,
  });
  const { ok, messages } = await build({ source: site });
  expect(ok, JSON.stringify(messages)).toBe(true);
  return readFileSync(join(site, "_site/2024/03/01/pots.html"), "utf8");
}

const giscus =
  "comments:\n  provider: giscus\n  giscus: { repo: mei/blog, repo_id: R_1, category: Talk, category_id: D_1 }\n";

test("a post has a button for giscus where the configuration asks for it, and nothing of giscus itself", async () => {
  const page = await pageWith(giscus);
  expect(page).toContain(
    'data-giscus-repo="mei/blog" data-repo-id="R_1" data-category="Talk" data-category-id="D_1" data-mapping="pathname"',
  );
  expect(page).toMatch(/<script type="module" src="\/assets\/comments-[0-9a-f]{8}\.js">/);
  expect(page).not.toContain("giscus.app");
});

test("a post that wants none has none", async () => {
  expect(await pageWith(giscus, "comments: false\n")).not.toContain('class="comments"');
});

test.each([
  ["nothing said", ""],
  ["comments: true, as other themes have it", "comments: true\n"],
  ["another service", "comments:\n  provider: disqus\n  disqus: { shortname: pots }\n"],
  ["a theme's list of services with nothing filled in", "comments:\n  provider:\n  giscus: { repo: , repo_id: }\n"],
])("there are none with %s", async (_, config) => {
  expect(await pageWith(config)).not.toMatch(/class="comments"|comments-\w+\.js/);
});

test.each(["repo", "repo_id", "category_id"])("giscus without its %s is an error", async (name) => {
  const config = giscus.replace(` ${name}:`, " other:");
  const site = makeFolder({ "_config.yml": `title: Pots\n${config}` });
  await expect(build({ source: site })).rejects.toThrow("`repo`, `repo_id` and `category_id`");
});
