import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { explain } from "../../src/explain.js";
import type { Explanation } from "../../src/model/explanation.js";
import { UserError } from "../../src/model/message.js";
import { run } from "../commands/terminal.js";

const site = mkdtempSync(join(tmpdir(), "pumice-explain-"));
afterAll(() => rmSync(site, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(site, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

write("_config.yml", "timezone: Asia/Shanghai\nlang: zh-CN\n");

const saved = write(
  "posts/2021-03-04-quill.md",
  `---
layout: post
title: Quills, and how to cut them
pubDate: 2021-03-05 10:00:00
image: https://picsum.photos/800
tags: [feather, ink]
mood: calm # for the theme
---
<h1 id="articleContentId">Quills and how to cut them!</h1>
<div id="content_views" class="markdown_views">
<p>A feather is cut with a knife.</p>
<p style="display:none">hidden words</p>
<p></p>
</div>
`,
);

const origin = ({ fields }: Explanation, name: string) => fields.find((field) => field.name === name);

describe("front matter", async () => {
  const explanation = await explain(saved);

  test("the site is found above the file", async () => {
    expect(explanation).toMatchObject({ path: "posts/2021-03-04-quill.md", kind: "post", source: site });
  });

  test.each([
    ["date", "2021-03-05T10:00:00+08:00", 'key "pubDate", line 4'],
    ["tags", ["feather", "ink"], 'key "tags", line 6'],
    ["slug", "quill", "file name"],
    ["permalink", "/2021/03/05/quill.html", "config: /:year/:month/:day/:title.html"],
    ["description", "A feather is cut with a knife.", "first sentences of the text"],
    ["lang", "zh-CN", "config"],
    ["status", "published", "default"],
    ["cover", "none: a service of random pictures", 'key "image", line 5'],
    ["extra.mood", "calm", 'key "mood", line 7'],
  ])("%s", (name, value, from) => {
    expect(origin(explanation, name)).toEqual({ name, value, from });
  });

  test("values that the post does not have are left out", async () => {
    expect(explanation.fields.map(({ name }) => name)).not.toContain("canonical");
  });
});

test("a title comes from the key, a heading that says the same, the first heading or the file name", async () => {
  const titleOf = async (text: string) =>
    origin(await explain("2020-01-02-old-ink.html", { source: site, bytes: Buffer.from(text) }), "title");
  expect((await titleOf("---\ntitle: Old ink\n---\n<p>Text</p>"))?.from).toBe('key "title", line 2');
  expect(origin(await explain(saved), "title")).toMatchObject({
    value: "Quills and how to cut them!",
    from: 'heading of the page, over key "title", line 3, which says the same',
  });
  expect(await titleOf("<p>Text</p><h2>How ink ages</h2><p>More</p>")).toMatchObject({
    value: "How ink ages",
    from: "first heading",
  });
  expect(await titleOf("<p>Text</p>")).toMatchObject({ value: "Old Ink", from: "file name" });
});

test("what was recognised, changed and lost", async () => {
  const { origins, changes, losses } = await explain(saved);
  expect(origins).toContainEqual({ cleanup: "csdn", sign: "h1#articleContentId" });
  expect(changes).toContainEqual(
    expect.objectContaining({ step: "csdn", action: "unwrap", rule: "article in #content_views", count: 1 }),
  );
  // The page shows the title.
  expect(losses.map(({ rule, sample }) => [rule, sample])).toEqual([["hidden", "hidden words"]]);
});

test("a title that the page does not show is lost, and a sign in the text is told by its words", async () => {
  const bytes = Buffer.from(
    '---\ntitle: On pens\n---\n<h1 id="articleContentId">On ink</h1><div id="content_views"><p>[caption id="a1" width="9"]<img src="a.png"> A pen[/caption]</p></div>',
  );
  const { losses, origins } = await explain("other.html", { source: site, bytes });
  expect(losses.map(({ sample }) => sample)).toEqual(["On ink"]);
  expect(origins).toContainEqual({ cleanup: "wordpress", sign: 'the text [caption id="a1" width=' });
});

test("nothing is lost where nothing is removed", async () => {
  const plain = await explain("plain.html", { source: site, bytes: Buffer.from("<p>All of it stays.</p>") });
  expect(plain.losses).toEqual([]);
  expect(plain.origins).toEqual([]);
});

test("drafts and pages are told apart", async () => {
  const draft = await explain(write("drafts/b.md", "Soon."));
  expect(draft.kind).toBe("draft");
  expect(origin(draft, "status")).toMatchObject({ value: "draft", from: "folder of drafts" });
  const page = await explain(write("pages/about.md", "---\ntitle: About\npermalink: /me/\n---\n{{ site.title }}\n"));
  expect(page).toMatchObject({ kind: "page", path: "pages/about.md", changes: [] });
  expect(origin(page, "permalink")).toMatchObject({ value: "/me/", from: 'key "permalink", line 3' });
});

test("a folder named posts is enough of a site", async () => {
  const alone = mkdtempSync(join(tmpdir(), "pumice-explain-"));
  mkdirSync(join(alone, "posts"));
  writeFileSync(join(alone, "posts/a.md"), "Text.");
  expect(await explain(join(alone, "posts/a.md"))).toMatchObject({ source: alone, path: "posts/a.md" });
  rmSync(alone, { recursive: true });
});

test("messages of the post, with their place", async () => {
  const broken = write("posts/2020-02-02-broken.md", "---\ntitle: a: b\ndate: 2020-01-01 10:00 Mars/Base\n---\nText\n");
  expect((await explain(broken)).messages).toEqual([
    expect.objectContaining({ ruleId: "front-matter-syntax", line: 2 }),
    expect.objectContaining({ ruleId: "invalid-time-zone", line: 3, reason: expect.stringContaining("Mars/Base") }),
  ]);
});

test("a file that is not there is the user's mistake", async () => {
  await expect(explain(join(site, "posts/none.md"))).rejects.toThrow(UserError);
});

describe("on the command line", () => {
  test("for people", async () => {
    const { stdout, stderr, exitCode } = await run(["explain", saved]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    const lines = stdout.split("\n");
    expect(lines[0]).toBe("posts/2021-03-04-quill.md  post, HTML from line 9 on, 7 words");
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}date +2021-03-05T10:00:00\+08:00 +← key "pubDate", line 4$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}csdn +by h1#articleContentId$/));
    expect(lines).toContain("  11 characters of text with hidden (presentation): hidden words");
    expect(stdout).not.toContain("\x1b");
  });

  test("colours where they are forced", async () => {
    const { stdout } = await run(["explain", saved], undefined, { FORCE_COLOR: "1" });
    expect(stdout).toContain("\x1b[1m");
  });

  test("for programs", async () => {
    const { stdout } = await run(["explain", saved, "--json"]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(await explain(saved))));
  });

  test("a file that is not there: exit code 2 and a message", async () => {
    const { exitCode, stderr } = await run(["explain", join(site, "none.md")]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("does not exist");
  });

  test("text of a post cannot command the terminal", async () => {
    const evil = write("posts/2020-03-03-evil.md", '---\ntitle: "a\\e[31mb"\n---\nText\n');
    expect((await run(["explain", evil])).stdout).not.toContain("\x1b");
  });
});
