import type { SitePost } from "../model/site.js";
import { listPath, POSTS_IN_LIST } from "./output-paths.js";

/** The posts that can be found, the oldest first: their places are their numbers. */
export function searchablePosts(posts: readonly SitePost[]): readonly SitePost[] {
  return posts.filter(({ post }) => !post.frontMatter.hidden && post.frontMatter.redirectTo === undefined).reverse();
}

/** What results show of the posts: rows of address, title and day, some in each file. */
export function printLists(
  posts: readonly SitePost[],
): readonly { readonly path: string; readonly contents: string }[] {
  return Array.from({ length: Math.ceil(posts.length / POSTS_IN_LIST) }, (_, list) => {
    const own = posts.slice(list * POSTS_IN_LIST, (list + 1) * POSTS_IN_LIST);
    const rows = own.map(({ link }) => `[${quote(link.url)},${quote(link.title)},${quote(link.date.slice(0, 10))}]`);
    return { path: listPath(list), contents: `[${rows.join(",\n")}]\n` };
  });
}

/** As JSON; most texts need no escape, and to look for one is quicker than `JSON.stringify` of each. */
function quote(text: string): string {
  return /[\u0000-\u001f"\\\ud800-\udfff]/.test(text) ? JSON.stringify(text) : `"${text}"`;
}
