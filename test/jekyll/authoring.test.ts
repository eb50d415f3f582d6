import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnosis } from "../../src/authoring/diagnosis.js";
import * as engine from "../../src/engine.js";
import { run } from "../commands/terminal.js";
import { jekyllSite } from "./site.js";

async function doctor(files: Readonly<Record<string, string>>) {
  const { folder } = jekyllSite(files);
  const { exitCode, stdout } = await run(["doctor", "-s", folder, "--json"], engine);
  const found = JSON.parse(stdout) as readonly Diagnosis[];
  return {
    exitCode,
    jekyll: found.filter(({ name }) => name === "Jekyll").map(({ state, finding }) => [state, finding]),
  };
}

test("doctor lists plugins, tags and filters that there are none of, with file and line", async () => {
  const { exitCode, jekyll } = await doctor({
    "_config.yml": "plugins: [jekyll-feed, jekyll-weather]\nurl: https://tea.example\ntimezone: UTC\n",
    "_plugins/steam.rb": "",
    "_includes/cup.html": "{% comment %}{% hidden %}{% endcomment %}\n{{ page.title | brew: 'a | b' | upcase }}",
    "_layouts/post.html": "---\nlayout: none\n---\n{% seo %}\n{{ content }}",
    "_posts/2020-01-01-a.md":
      "---\n---\n{% for x in y %}{% if x %}{% endif %}{% endfor %}\n\n{% raw %}{% no %}{% endraw %}\n{% brew hot %}",
  });
  expect(jekyll).toEqual([
    ["warning", "_config.yml The plugin jekyll-weather is not built in, so what it does is missing"],
    ["warning", "_plugins/steam.rb The Ruby plugin _plugins/steam.rb cannot be run"],
    ["error", "_layouts/post.html:4 Liquid syntax error: Unknown tag 'seo'"],
    ["warning", "_includes/cup.html:2 Liquid error: undefined filter brew"],
    ["error", "_posts/2020-01-01-a.md:6 Liquid syntax error: Unknown tag 'brew'"],
  ]);
  expect(exitCode).toBe(1);
});

test("doctor finds URLs that differ only by case, and a site that is well", async () => {
  const config = { "_config.yml": "url: https://tea.example\ntimezone: UTC\n" };
  const two = await doctor({ ...config, "cup.html": "---\n---\n", "b.html": "---\npermalink: /CUP.html\n---\n" });
  expect(two.jekyll).toEqual([["warning", expect.stringContaining("only differ by case")]]);
  const well = await doctor({ ...config, "_posts/2020-01-01-a.md": "---\n---\n" });
  expect(well).toEqual({ exitCode: 0, jekyll: [["fine", "Your test results are in. Everything looks fine."]] });
});

test("new --blank writes a skeleton that builds, and leaves a folder with files alone", async () => {
  const { folder } = jekyllSite({});
  const blank = join(folder, "cups");
  expect(await run(["new", blank, "--blank", "--trace"], engine)).toMatchObject({
    exitCode: 0,
    stdout: `New jekyll site installed in ${blank}.\n`,
  });
  expect((await run(["build", "-s", blank], engine)).exitCode).toBe(0);
  expect(readFileSync(join(blank, "_site/index.html"), "utf8")).toContain('<h1 id="welcome">Welcome</h1>');
  expect(readFileSync(join(blank, "_site/assets/css/main.css"), "utf8")).toContain("max-width: 40em");
  const again = await run(["new", blank, "--blank"], engine);
  expect(again.exitCode).toBe(1);
  expect(again.stderr).toContain(`Conflict: ${blank} exists and is not empty.`);
});

test("new and publish write into Jekyll's folders", async () => {
  const { folder } = jekyllSite({ "_config.yml": "collections_dir: all\ntimezone: UTC\n", "all/_posts/.keep": "" });
  const draft = (await run(["new", "Green tea", "--draft", "-s", folder], engine)).stdout.trim();
  expect(draft).toBe("all/_drafts/green-tea.md");
  const post = (await run(["publish", "green-tea", "-s", folder], engine)).stdout.trim();
  expect(post).toMatch(/^all\/_posts\/\d{4}-\d\d-\d\d-green-tea\.md$/);
  expect(existsSync(join(folder, post))).toBe(true);
  expect(existsSync(join(folder, draft))).toBe(false);
});

test("flags of Jekyll are taken, or told what does their work", async () => {
  const { folder } = jekyllSite({ "_skins/a.html": "<b>{{ content }}</b>", "index.html": "---\nlayout: a\n---\nx" });
  expect((await run(["build", "-s", folder, "--layouts", "_skins", "--no-watch"], engine)).exitCode).toBe(0);
  expect(readFileSync(join(folder, "_site/index.html"), "utf8")).toBe("<b>x</b>");
  const detach = await run(["serve", "-s", folder, "--detach"], engine);
  expect(detach).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("no -B, --detach") });
});

test("build --profile prints what each template took", async () => {
  const { folder } = jekyllSite({
    "_layouts/a.html": "<b>{{ content }}</b>",
    "index.html": "---\nlayout: a\n---\n{{ 1 }}",
    "b.html": "---\nlayout: a\n---\nx",
  });
  const { stderr } = await run(["build", "-s", folder, "--profile"], engine);
  expect(stderr).toMatch(/^\| Filename +\| Count \| Bytes \| +Time \|$/m);
  expect(stderr).toMatch(/^\| _layouts\/a\.html +\| +2 \| 0\.02K \| \d+\.\d{3} \|$/m);
  expect(stderr).toMatch(/^\| TOTAL \(for 2 files\) \| +3 \| 0\.02K \| \d+\.\d{3} \|$/m);
});
