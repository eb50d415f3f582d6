import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { en } from "../../src/layout/strings/en.js";
import { interfaceText } from "../../src/layout/strings/index.js";
import { zhCn } from "../../src/layout/strings/zh-cn.js";
import { print } from "./engine-of.js";

describe("the theme's words", () => {
  test.each([
    ["en-GB", "archive", {}, "Archive"],
    ["zh-CN", "archive", {}, "归档"],
    ["zh-Hans", "archive", {}, "归档"],
    ["fr", "archive", {}, "Archive"],
    ["en", "posts", { count: 1 }, "1 post"],
    ["en", "posts", { count: 0 }, "0 posts"],
    ["zh", "posts", { count: 3 }, "3 篇文章"],
    ["en", "no_such_key", {}, "no_such_key"],
  ])("%s: %s", (lang, key, parameters, expected) => {
    expect(interfaceText(lang, key, parameters)).toBe(expected);
  });

  test("parameters are escaped like all output", () => {
    expect(print('{{ "page_of" | t: page: x, total: 9 }}', { x: "<b>" })).toBe("Page &lt;b&gt; of 9");
  });

  test("every language fills in the same parameters", () => {
    const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(names(zhCn[key]), key).toEqual(names(en[key]));
  });

  test("every key that the theme asks for exists, in quotes before `| t`", () => {
    const templates = ["layouts", "includes"].flatMap((folder) =>
      readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8")),
    );
    const keys = templates.flatMap((text) => [...text.matchAll(/"(\w+)" \| t\b/g)].map((match) => match[1]!));
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !(key in en))).toEqual([]);
  });
});
