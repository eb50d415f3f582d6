import { type PackedPost, unpackPost } from "../cache/packed-post.js";
import type { Page } from "../model/page.js";
import type { Post } from "../model/post.js";
import type { KnownPages } from "./known-pages.js";
import type { PageText } from "./page-key.js";
import { isLarge } from "./post-files.js";
import { readPosts } from "./read-tasks.js";
import type { Edits } from "./standing-site.js";

/** A post that was read again, and its page as it has to become. */
export interface EditedPost {
  readonly post: Post;
  readonly html: string;
  readonly packed: PackedPost;
  readonly page: Page;
  /** What was known of its page. */
  readonly former: PageText;
  readonly contentHash: string;
  readonly milliseconds: number;
}

/**
 * Reads posts that were edited. Nothing unless each has a page, there was and is nothing to say of it, and nobody but its page,
 * the feeds and the search knows the difference.
 */
export async function readEditedPosts(
  { posts, record }: Edits,
  known: KnownPages,
): Promise<readonly EditedPost[] | undefined> {
  const said = new Set(record.messages.map(({ file }) => file));
  const former = new Map<string, PageText>();
  for (const { path } of posts) {
    const text = formerPage(path, record.inputs.get(path)?.contentHash, known);
    if (text && !said.has(path)) former.set(path, text);
  }
  if (former.size < posts.length || posts.some(isLarge)) return undefined;
  const edited: EditedPost[] = [];
  for (const read of await readPosts({ files: posts, options: record.config.pipeline })) {
    const { post, html } = unpackPost(read.packed);
    const before = former.get(read.path)!;
    if (post.messages.length > 0 || read.packed.outside !== before.outside) return undefined;
    edited.push({ ...read, post, html, page: pageOf(post, before), former: before });
  }
  return edited;
}

/** What the last build made the page of a post of; `hash` is that of the post's bytes then, which others may have had, too. */
function formerPage(path: string, hash: string | undefined, { keys, textAt }: KnownPages): PageText | undefined {
  for (const { posts, text } of keys.pages.values()) {
    if (posts !== hash || text === undefined) continue;
    const json = textAt(text);
    const former = json === undefined ? undefined : (JSON.parse(json) as PageText);
    if (former?.page.source === path) return former;
  }
  return undefined;
}

function pageOf(post: Post, { page, data, addresses: [urls, pictures] }: PageText): Page {
  return { ...page, body: { type: "post", post, urls, ...(pictures ? { pictures } : {}) }, data };
}
