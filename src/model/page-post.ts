import type { FrontMatter } from "./front-matter.js";
import type { Post } from "./post.js";

const inPost = [
  "path",
  "hash",
  "description",
  "topics",
  "slug",
  "source",
  "wordCount",
  "readingMinutes",
  "hasCode",
] as const satisfies readonly (keyof Post)[];

const inFrontMatter = [
  "extra",
  "subtitle",
  "keywords",
  "toc",
  "link",
  "authors",
  "license",
  "comments",
  "status",
  "hidden",
  "pin",
] as const satisfies readonly (keyof FrontMatter)[];

/** What the page of a post is made of: what layouts see of it, and what tells its bytes from others. */
export type PagePost = Pick<Post, (typeof inPost)[number] | "excerptHtml" | "headings" | "urls"> & {
  readonly frontMatter: Pick<FrontMatter, (typeof inFrontMatter)[number]>;
};

/** Without what is read with the body or filled in already: it would only be copied from thread to thread. */
export function slimPost({ frontMatter, ...post }: PagePost): PagePost {
  return {
    ...pick(post, inPost),
    frontMatter: pick(frontMatter, inFrontMatter),
    excerptHtml: "",
    headings: [],
    urls: [],
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const picked: Partial<T> = {};
  for (const key of keys) if (key in from) picked[key] = from[key];
  return picked as Pick<T, K>;
}
