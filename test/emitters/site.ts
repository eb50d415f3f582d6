import { withDefaults } from "../../src/config/defaults.js";
import type { BuildOptions } from "../../src/model/build.js";
import type { Config } from "../../src/model/config.js";
import type { FrontMatter } from "../../src/model/front-matter.js";
import type { Page } from "../../src/model/page.js";
import type { Post } from "../../src/model/post.js";
import { createSite, type Site } from "../../src/model/site.js";

const frontMatter: FrontMatter = {
  keywords: [],
  categories: [],
  tags: [],
  covers: [],
  authors: [],
  pin: 0,
  status: "published",
  hidden: false,
  noindex: false,
  aliases: [],
  ids: {},
  extra: {},
  origins: {},
};

/** A post with everything that it must have, as if its file were almost empty. */
export function makePost(given: Partial<Post> & { front?: Partial<FrontMatter> } = {}): Post {
  const { front, ...fields } = given;
  return {
    path: "posts/2025-02-26-a.md",
    hash: "0",
    frontMatter: { ...frontMatter, ...front },
    title: "A",
    date: Date.UTC(2025, 1, 26, 14, 55, 23),
    slug: "a",
    description: "",
    excerptHtml: "",
    headings: [],
    urls: [],
    topics: [],
    wordCount: 1,
    readingMinutes: 1,
    origins: [],
    changes: [],
    hasCode: false,
    messages: [],
    ...fields,
  };
}

export function makeSite(posts: readonly Post[], given: Partial<Config> = {}, flags: BuildOptions = {}): Site {
  const config = { ...withDefaults({}, "/site", flags), title: "Blog", url: "https://example.org", ...given };
  return createSite({
    config,
    posts,
    documents: [],
    data: {},
    attachments: new Set(),
    pictures: new Map(),
    layouts: new Set(),
  });
}

export function makePage(given: Partial<Page> = {}): Page {
  return {
    kind: "post",
    permalink: "/a.html",
    output: "a.html",
    title: "A",
    layout: "post",
    lang: "en",
    body: { type: "none" },
    data: {},
    noindex: false,
    ...given,
  };
}
