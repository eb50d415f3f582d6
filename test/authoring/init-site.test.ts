import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { guessAnswers, hosts, initSite } from "../../src/authoring/init-site.js";
import { run } from "../commands/terminal.js";
import { writeSite } from "./author-site.js";

const now = Date.UTC(2025, 1, 26, 17, 30);
const answers = {
  title: 'It\'s: "a" #1',
  author: "Mei",
  url: "https://a.example/",
  lang: "en",
  timezone: "Asia/Shanghai",
};

describe("initSite", () => {
  test("writes what it was told, whatever the texts hold", () => {
    const { source, read } = writeSite({});
    const { written, kept } = initSite(source, answers, [], now, "1.2.3");
    expect([...written].sort()).toEqual([
      ".gitignore",
      "_config.yml",
      "package.json",
      "pages/about.md",
      "posts/2025-02-27-hello.md",
    ]);
    expect(kept).toEqual([]);
    expect(parse(read("_config.yml"))).toMatchObject({ ...answers, url: "https://a.example" });
    expect(JSON.parse(read("package.json"))).toMatchObject({ dependencies: { pumice: "^1.2.3" } });
    expect(read("posts/2025-02-27-hello.md")).toContain("date: 2025-02-27T01:30:00+08:00");
    expect(written.map(read).join("")).not.toMatch(/__[A-Z_]+__/);
  });

  test("touches no file that is there, and puts no sample beside posts", () => {
    const mine = { "posts/a.md": "mine", "package.json": "{}", "_config.yaml": "title: Mine\n" };
    const { source, read } = writeSite(mine);
    const { written, kept } = initSite(source, answers, [], now, "1.2.3");
    expect(written).toEqual([".gitignore"]);
    expect(kept).toEqual(["_config.yml", "package.json"]);
    expect(readdirSync(join(source, "posts"))).toEqual(["a.md"]);
    for (const [path, text] of Object.entries(mine)) expect(read(path)).toBe(text);
  });

  test("guesses from the folder's name", () => {
    expect(guessAnswers("/somewhere/my-blog")).toMatchObject({ title: "my-blog", author: "", url: "" });
  });
});

describe("pumice init", () => {
  test.each(["en", "zh-CN"])("leaves a site that builds without a warning: %s", async (lang) => {
    const { source } = writeSite({});
    const folder = join(source, "new blog");
    const made = await run(["init", folder, "--lang", lang, "--deploy", "github"]);
    expect(made).toMatchObject({ exitCode: 0, stdout: "" });
    expect(existsSync(join(folder, ".github/workflows/pages.yml"))).toBe(true);
    const built = await run(["build", "-s", folder, "--strict"]);
    expect(built.stderr).toContain("read 1 post");
    expect(built.exitCode).toBe(0);
    expect(existsSync(join(folder, "_site/about/index.html"))).toBe(true);
    const again = await run(["init", folder]);
    expect(again.stderr).not.toContain("wrote");
  });

  test.each([
    [["--lang", "中文"], "--lang is not right: a language tag"],
    [["--timezone", "Mars/Olympus"], "an IANA time zone"],
    [["--url", "example.org"], "an address such as"],
    [["--deploy", "githbu"], "Allowed choices are github"],
  ])("%j is wrong, and nothing is written", async (flags, why) => {
    const { source } = writeSite({});
    const { exitCode, stderr } = await run(["init", source, ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(why);
    expect(readdirSync(source)).toEqual([]);
  });
});

describe("files for hosts", () => {
  test.each(hosts)("%s: every file is complete and speaks of _site", (host) => {
    const { source, read } = writeSite({ "_config.yml": "" });
    const { written } = initSite(source, answers, [host], now, "1.2.3");
    const files = written.filter((path) => ![".gitignore", "package.json"].includes(path));
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) {
      expect(read(path)).not.toMatch(/__[A-Z_]+__/);
      expect(read(path)).toContain("_site");
    }
  });
});
