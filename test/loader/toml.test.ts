import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/loader/front-matter.js";
import { mendFrontMatter } from "../../src/loader/mend-front-matter.js";
import { releaseFrontMatter } from "../../src/loader/release-front-matter.js";
import { mapFrontMatter, type SchemaOptions } from "../../src/loader/schema.js";

const read = (text: string) => readFrontMatter(text, "posts/a.md");
const valuesOf = (text: string) => Object.fromEntries(read(text).entries.map(({ key, value }) => [key, value]));
const options: SchemaOptions = { timezone: "UTC", noCategories: [] };

describe("front matter between lines of +++", () => {
  const post = [
    "+++",
    'title = "Stone # and foam"',
    "date = 2024-03-01T10:00:00+08:00",
    "lastmod = 2024-03-02",
    'tags = ["a", "石头"]',
    "weight = 3",
    "draft = false",
    "big = 108845412345678901234",
    "[params]",
    'author = "K"',
    "[taxonomies]",
    'categories = ["Notes"]',
    "+++",
    "",
    "Text",
  ].join("\n");

  it("is TOML; the body and the lines are those of the file", () => {
    expect(valuesOf(post)).toEqual({
      title: "Stone # and foam",
      date: "2024-03-01T10:00:00.000+08:00",
      lastmod: "2024-03-02",
      tags: ["a", "石头"],
      weight: 3,
      draft: false,
      big: "108845412345678901234",
      params: { author: "K" },
      categories: ["Notes"],
    });
    const { entries, body, bodyLine, messages } = read(post);
    expect(messages).toEqual([]);
    expect(body).toBe("\nText");
    expect(bodyLine).toBe(14);
    expect(entries.map(({ key, line }) => [key, line])).toContainEqual(["tags", 5]);
    expect(entries.map(({ key, line }) => [key, line])).toContainEqual(["categories", 12]);
  });

  it("means the same as YAML", () => {
    const toml = '+++\ntitle = "A"\ndate = 2024-03-01T10:00:00+08:00\naliases = ["/old/"]\n+++\nText';
    const yaml = '---\ntitle: A\ndate: 2024-03-01T10:00:00+08:00\naliases: ["/old/"]\n---\nText';
    const meaningOf = (text: string) => mapFrontMatter(read(text).entries, "", options).frontMatter;
    expect(meaningOf(toml)).toEqual(meaningOf(yaml));
    expect(meaningOf(toml)).toMatchObject({ title: "A", date: Date.UTC(2024, 2, 1, 2) });
  });

  it("that is broken is told with its line and column", () => {
    expect(read('+++\ntitle = "A"\ndate = \n+++\nText')).toMatchObject({
      body: "Text",
      messages: [{ severity: "error", ruleId: "front-matter-toml", file: "posts/a.md", line: 3, column: 8 }],
    });
    expect(read(`+++\na = ${"[".repeat(5000)}\n+++\n`).messages).toMatchObject([{ ruleId: "front-matter-toml" }]);
  });

  it("brings no prototype with it", () => {
    const { entries } = read('+++\n[__proto__]\nx = 1\n[params]\n"constructor" = "c"\n+++\n');
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(Object.getPrototypeOf(entries.find(({ key }) => key === "params")!.value)).toBeNull();
  });

  it("is none without its second line, and a line of plus signs in the text is one of the text", () => {
    expect(read("+++\ntitle = 1\n\nText").body).toBe("+++\ntitle = 1\n\nText");
    expect(read("Text\n\n+++\na\n+++\n").body).toContain("+++");
  });

  it("has misspelt keys mended like YAML, and publishing a draft dates it in its own language", () => {
    const draft = '+++\ntitel = "A"\ndraft = true\n+++\nText';
    expect(mendFrontMatter(draft, options)?.text).toBe(draft.replace("titel", "title"));
    expect(releaseFrontMatter(draft.replace("titel", "title"), "2024-03-01T10:00:00Z", options)).toBe(
      '+++\ntitle = "A"\ndate = 2024-03-01T10:00:00Z\n+++\nText',
    );
  });
});
