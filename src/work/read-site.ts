import { readFileSync } from "node:fs";
import type { PostStore, StoredPost } from "../cache/post-store.js";
import { loadData } from "../loader/data.js";
import { listSources } from "../loader/list.js";
import { loadDocument } from "../loader/load.js";
import type { LoadedSite, Progress, Skipped } from "../model/build.js";
import type { Config } from "../model/config.js";
import { createLinkIndex } from "../model/link-index.js";
import { whySkipped } from "../model/publishing.js";
import { createSite } from "../model/site.js";
import { createPages } from "../pages/index.js";
import type { Pools } from "./pools.js";
import { type PostFile, readPosts } from "./read-posts.js";

export interface ReadSite extends LoadedSite {
  /** Posts with the places of their bodies, by path. */
  readonly stored: ReadonlyMap<string, StoredPost>;
  readonly fromCache: number;
  readonly slowest: readonly { readonly path: string; readonly milliseconds: number }[];
}

/** From the folders to the model of the finished site: nothing is rendered or written yet. */
export async function readSite(
  config: Config,
  store: PostStore,
  pools: Pools,
  onProgress: (event: Progress) => void,
): Promise<ReadSite> {
  const files = listSources(config);
  const drafts = config.drafts ? files.drafts : [];
  const postFiles: PostFile[] = [
    ...files.posts.map((file) => ({ ...file, folder: "posts" as const })),
    ...drafts.map((file) => ({ ...file, folder: "drafts" as const })),
  ];
  const read = await readPosts(postFiles, config, store, pools, onProgress);
  const documents = files.pages.map(({ path, absolutePath }) =>
    loadDocument({ path, bytes: readFileSync(absolutePath), folder: "pages" }, config.pipeline),
  );
  const { data, messages: dataMessages } = loadData(files.data);

  const now = Date.now();
  const skipped: Skipped[] = config.drafts ? [] : files.drafts.map(({ path }) => ({ path, why: "draft" }));
  const published: StoredPost[] = [];
  for (const stored of read.posts) {
    const why = whySkipped(stored.post, config, now);
    if (why) skipped.push(why);
    else published.push(stored);
  }

  const site = createSite({
    config,
    posts: published.map(({ post }) => post),
    documents,
    data,
    attachments: new Set(files.attachments.map(({ path }) => path)),
    layouts: new Set(files.layouts.map(({ path }) => layoutName(path, config))),
  });
  const { pages, messages: pageMessages } = createPages(site, createLinkIndex(site));
  return {
    site,
    pages,
    stored: new Map(published.map((stored) => [stored.post.path, stored])),
    skipped,
    fromCache: read.fromCache,
    slowest: read.slowest,
    messages: [
      ...read.posts.flatMap(({ post }) => post.messages),
      ...documents.flatMap((document) => document.messages),
      ...dataMessages,
      ...site.messages,
      ...pageMessages,
    ],
  };
}

/** `layouts/blog/post.html` is the layout `blog/post`. */
function layoutName(path: string, config: Config): string {
  return path.slice(config.folders.layouts.length + 1).replace(/\.[^./]+$/, "");
}
