import type { PostStore, StoredPost } from "../cache/post-store.js";
import { listSources, type SourceFiles } from "../loader/list.js";
import type { LoadedSite, Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import { createLinkIndex } from "../model/link-index.js";
import { createPages } from "../pages/index.js";
import { readOthers, siteOf } from "./inputs.js";
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
  const read = await readPosts(postFilesOf(files, config), config, store, pools, onProgress);
  const posts = read.posts.map(({ post }) => post);
  const { site, skipped, messages } = siteOf({ posts, ...readOthers(files, config) }, config, Date.now());
  const { pages, messages: pageMessages } = createPages(site, createLinkIndex(site));
  return {
    site,
    pages,
    stored: new Map(read.posts.map((stored) => [stored.post.path, stored])),
    skipped,
    fromCache: read.fromCache,
    slowest: read.slowest,
    messages: [...messages, ...pageMessages],
  };
}

/** The files to be processed as posts. */
export function postFilesOf({ posts, drafts }: SourceFiles, config: Config): readonly PostFile[] {
  return [
    ...posts.map((file) => ({ ...file, folder: "posts" as const })),
    ...(config.drafts ? drafts.map((file) => ({ ...file, folder: "drafts" as const })) : []),
  ];
}
