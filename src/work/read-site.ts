import type { PostStore, StoredPost } from "../cache/post-store.js";
import type { SourceFiles } from "../loader/list.js";
import type { LoadedSite, Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import { createLinkIndex } from "../model/link-index.js";
import { noPictures } from "../model/picture.js";
import { whySkipped } from "../model/publishing.js";
import { createPages } from "../pages/index.js";
import { makeCards } from "./cards/make-cards.js";
import { makePictures, type SitePictures } from "./images/site-pictures.js";
import { readOthers, siteOf } from "./inputs.js";
import { loadOwnParts } from "./own-parts.js";
import type { Pools } from "./pools.js";
import { postFilesOf } from "./post-files.js";
import { readPosts } from "./read-posts.js";

export interface ReadSite extends LoadedSite {
  /** Posts with the places of their bodies, by path. */
  readonly stored: ReadonlyMap<string, StoredPost>;
  readonly fromCache: number;
  /** Posts and drafts that were looked at, published or not. */
  readonly postFiles: number;
  /** When the next scheduled post appears or a post expires: milliseconds since the epoch; `null` for never. */
  readonly until: number | null;
  readonly slowest: readonly { readonly path: string; readonly milliseconds: number }[];
}

/**
 * From the folders to the model of the finished site: nothing is rendered or written yet. `state`: the folder of the caches,
 * where the pictures are to be measured and made, too.
 */
export async function readSite(
  config: Config,
  files: SourceFiles,
  store: PostStore,
  pools: Pools,
  onProgress: (event: Progress) => void,
  state?: string,
): Promise<ReadSite> {
  const own = await loadOwnParts(config.pipeline.ownCode);
  const postFiles = postFilesOf(files, config);
  const read = await readPosts(postFiles, config, store, pools, onProgress);
  await pools.renew(postFiles.length - read.fromCache);
  const posts = read.posts.map(({ post }) => post);
  const now = Date.now();
  const published = posts.filter((post) => whySkipped(post, config, now) === undefined);
  const { pictures, messages: pictureMessages } =
    state === undefined ? withoutPictures : await makePictures(published, files.attachments, config, state, onProgress);
  const cards = state === undefined ? undefined : await makeCards(published, config, state, onProgress);
  const { site, skipped, messages } = siteOf({ posts, pictures, cards, ...readOthers(files, config) }, config, now);
  const { pages, messages: pageMessages } = createPages(site, createLinkIndex(site), own.pageKinds);
  return {
    site,
    pages,
    stored: new Map(read.posts.map((stored) => [stored.post.path, stored])),
    skipped,
    fromCache: read.fromCache,
    postFiles: postFiles.length,
    until: nextChange(read.posts, config, now),
    slowest: read.slowest,
    messages: [...messages, ...pictureMessages, ...pageMessages],
  };
}

const withoutPictures: SitePictures = { pictures: noPictures, messages: [] };

/** The next moment at which the clock alone makes the site another one. */
function nextChange(posts: readonly StoredPost[], config: Config, now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { post } of posts) {
    if (!config.future && post.date > now) next = Math.min(next, post.date);
    const { expires } = post.frontMatter;
    if (expires !== undefined && expires > now) next = Math.min(next, expires);
  }
  return Number.isFinite(next) ? next : null;
}
