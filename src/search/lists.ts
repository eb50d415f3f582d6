import { hash } from "node:crypto";
import type { SitePost } from "../model/site.js";
import { listPath, POSTS_IN_LIST } from "./output-paths.js";

/** The posts that can be found, the oldest first: their places are their numbers. */
export function searchablePosts(posts: readonly SitePost[]): readonly SitePost[] {
  return posts.filter(({ post }) => !post.frontMatter.hidden && post.frontMatter.redirectTo === undefined).reverse();
}

/** A file of what results show of some posts: rows of address, title and day. */
export interface PostList {
  readonly path: string;
  /** Another one whenever the rows show something else. */
  readonly key: string;
  readonly print: () => string;
}

export function listsOf(posts: readonly SitePost[]): readonly PostList[] {
  return Array.from({ length: Math.ceil(posts.length / POSTS_IN_LIST) }, (_, list) => {
    const own = posts.slice(list * POSTS_IN_LIST, (list + 1) * POSTS_IN_LIST);
    return { path: listPath(list), key: keyOf(own), print: () => printList(own) };
  });
}

function keyOf(posts: readonly SitePost[]): string {
  let shown = "";
  for (const { link } of posts) shown += `${link.url}\0${link.title}\0${link.date}\0`;
  return hash("sha1", shown, "base64url");
}

function printList(posts: readonly SitePost[]): string {
  const rows = posts.map(({ link }) => JSON.stringify([link.url, link.title, link.date.slice(0, 10)]));
  return `[${rows.join(",\n")}]\n`;
}
