import { type PackedPost, unpackPost } from "../cache/packed-post.js";
import { type BodyPlace, readBody } from "../cache/post-store.js";
import { forBatches, inBatches } from "../lib/pool.js";
import type { Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import type { Message } from "../model/message.js";
import type { Post } from "../model/post.js";
import { acquireLock } from "../writer/lock.js";
import { openStateFolder } from "../writer/place.js";
import type { Pools } from "./pools.js";
import type { PostFile } from "./post-files.js";
import { readPosts } from "./read-posts.js";
import { openSiteStore } from "./site-store.js";

/** The processed posts of a site whose files change while somebody looks at it. */
export interface LivePosts {
  /** As they are to be shown: one that was broken by a change as it was before. */
  all(): readonly Post[];
  /** What there is to say about the posts that are shown, and what is wrong with a newer state of them. */
  messages(): readonly Message[];
  errors(): readonly Message[];
  /** The stored HTML of what `all` has under a path. */
  body(path: string): string | undefined;
  /** Processes files anew and forgets others; returns the posts that took the place of former ones (old → new). */
  update(files: readonly PostFile[], removed: readonly string[]): Promise<PostChanges>;
}

export interface PostChanges {
  readonly replaced: ReadonlyMap<Post, Post>;
  /** `true` where posts came or went, too. */
  readonly others: boolean;
}

interface LivePost {
  readonly post: Post;
  readonly body: BodyPlace | string;
  /** Of the newest state, where that is not the one that is shown. */
  readonly errors: readonly Message[];
}

/** How long a build that is under way may take before we give up, in milliseconds. */
const PATIENCE = 60_000;

const BATCH = 32;

/**
 * Reads all posts, from the cache where it has them. The lock of the site is held for so long only: afterwards posts live in
 * memory, so that a build can run beside.
 */
export async function openLivePosts(
  files: readonly PostFile[],
  config: Config,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<LivePosts> {
  const live = await readStoredPosts(files, config, pools, onProgress);
  const readers = openPacks(live.values());

  function put(post: Post, body: string): readonly [before: Post | undefined, after: Post] {
    const before = live.get(post.path);
    const errors = errorsOf(post);
    const keepsBefore = errors.length > 0 && before !== undefined && errorsOf(before.post).length === 0;
    const next = keepsBefore ? { ...before, errors } : { post, body, errors: [] };
    live.set(post.path, next);
    return [before?.post, next.post];
  }

  return {
    all: () => [...live.values()].map(({ post }) => post),
    messages: () => [...live.values()].flatMap(({ post, errors }) => [...post.messages, ...errors]),
    errors() {
      const found: Message[] = [];
      // Most posts have nothing to say, and all are asked after each change.
      for (const { post, errors } of live.values())
        if (post.messages.length > 0 || errors.length > 0) found.push(...errorsOf(post), ...errors);
      return found;
    },
    body(path) {
      const body = live.get(path)?.body;
      return typeof body === "object" ? readBody(body, readers) : body;
    },
    async update(changed, removed) {
      const replaced = new Map<Post, Post>();
      let others = false;
      for (const path of removed) others = live.delete(path) || others;
      const pool = await pools.open(changed.length);
      const options = config.pipeline;
      const packed = new Map<string, PackedPost>();
      await forBatches(inBatches(changed, BATCH), pool, async (files, run) => {
        for (const read of await run("readPosts", { files, options })) packed.set(read.path, read.packed);
      });
      for (const { path } of changed) {
        const { post, html } = unpackPost(packed.get(path)!);
        const [before, after] = put(post, html);
        if (before && before !== after) replaced.set(before, after);
        else if (!before) others = true;
      }
      return { replaced, others };
    },
  };
}

async function readStoredPosts(
  files: readonly PostFile[],
  config: Config,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<Map<string, LivePost>> {
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state, PATIENCE);
  try {
    const store = openSiteStore(state, config);
    try {
      const { posts } = await readPosts(files, config, store, pools, onProgress);
      return new Map(posts.map(({ post, body }) => [post.path, { post, body, errors: [] }]));
    } finally {
      store.close();
    }
  } finally {
    unlock();
  }
}

/** Opened now, since a build beside may replace a pack by another at any time; what is open stays readable. */
function openPacks(posts: Iterable<LivePost>): Map<string, number> {
  const readers = new Map<string, number>();
  for (const { body } of posts) if (typeof body === "object" && !readers.has(body.pack)) readBody(body, readers);
  return readers;
}

function errorsOf({ messages }: Post): readonly Message[] {
  return messages.filter(({ severity }) => severity === "error");
}
