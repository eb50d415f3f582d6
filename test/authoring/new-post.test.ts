import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPost } from "../../src/authoring/new-post.js";
import { loadConfig } from "../../src/config/load.js";
import { run } from "../commands/terminal.js";
import { writeSite } from "./author-site.js";

/** 17:30 UTC is already the next day in Shanghai. */
const evening = Date.UTC(2025, 1, 26, 17, 30);

function siteIn(timezone: string) {
  const site = writeSite({ "_config.yml": `timezone: ${timezone}\n` });
  return { ...site, config: loadConfig({ source: site.source }).config };
}

describe("createPost", () => {
  test("keeps Chinese in the name, and dates by the site's clock, with its offset", () => {
    const { config, read } = siteIn("Asia/Shanghai");
    const path = createPost(config, { title: " 标题：第一课 " }, evening);
    expect(path).toBe("posts/2025-02-27-标题-第一课.md");
    expect(read(path)).toBe('---\ntitle: "标题：第一课"\ndate: 2025-02-27T01:30:00+08:00\n---\n\n');
  });

  test.each([
    ["C++ and C#: notes", "c-plus-plus-and-c-sharp-notes"],
    ['What\'s "new"?', "what-s-new"],
    ["con", "con-"],
  ])("%j becomes a name that every system takes", (title, slug) => {
    expect(createPost(siteIn("UTC").config, { title }, evening)).toBe(`posts/2025-02-26-${slug}.md`);
  });

  test("no title leads out of the folder", () => {
    expect(createPost(siteIn("UTC").config, { title: "../../etc/passwd" }, evening)).toMatch(/^posts\/[^/]+\.md$/);
  });

  test("a title of 300 letters still makes a file", () => {
    const { config, source } = siteIn("UTC");
    expect(existsSync(join(source, createPost(config, { title: "长".repeat(300) }, evening)))).toBe(true);
  });

  test("a draft has no date; language and slug as asked for", () => {
    const { config, read } = siteIn("UTC");
    const path = createPost(config, { title: "A: b", draft: true, lang: "zh-CN", slug: "Own Name" }, evening);
    expect(path).toBe("drafts/own-name.md");
    expect(read(path)).toBe('---\ntitle: "A: b"\nlang: zh-CN\n---\n\n');
  });

  test("leaves a file alone that is there", () => {
    const { config, read } = siteIn("UTC");
    const path = createPost(config, { title: "One" }, evening);
    expect(() => createPost(config, { title: "one", lang: "de" }, evening)).toThrow(`There is a ${path} already`);
    expect(read(path)).not.toContain("lang");
  });
});

describe("pumice new", () => {
  test("prints the path; what it wrote builds", async () => {
    const { source } = writeSite({ "_config.yml": "title: T\n" });
    const { exitCode, stdout } = await run(["new", "Größe & 大小", "-s", source]);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(source, stdout.trim()), "utf8")).toContain('title: "Größe & 大小"');
    const list = await run(["list", "posts", "--json", "-s", source]);
    expect(list.stdout).toContain("Größe & 大小");
  });

  test.each([
    [["new", "  "], "needs a title"],
    [["new", "T", "--lang", "中文"], "no language tag"],
    [["new"], "missing required argument 'title'"],
    [["new", "T", "--darft"], "Did you mean --draft?"],
  ])("%j is wrong and exits with 2", async (argv, why) => {
    const { source } = writeSite({});
    const { exitCode, stderr } = await run([...argv, "-s", source]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(why);
    expect(existsSync(join(source, "posts"))).toBe(false);
  });
});
