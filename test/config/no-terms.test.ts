import { expect, test } from "vitest";
import { defaultConfig } from "../../src/config/defaults.js";
import { loadDocument } from "../../src/loader/load.js";

test("what exports write for no category and no tag makes no page of that name", () => {
  const content = "---\ntags: ['无标签', 墨水, Untagged]\ncategories: 未分类\n---\n正文";
  const document = { path: "posts/2020-01-02-ink.md", bytes: Buffer.from(content), folder: "posts" } as const;
  const { tags, categories } = loadDocument(document, defaultConfig().pipeline).frontMatter;
  expect({ tags, categories }).toEqual({ tags: ["墨水"], categories: [] });
});
