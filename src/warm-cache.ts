import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { crc32 } from "node:zlib";
import { mergePostStores } from "./cache/merge-post-stores.js";
import { loadConfig } from "./config/load.js";
import { listSources } from "./loader/list.js";
import type { BuildOptions } from "./model/build.js";
import type { MergedCaches, Shard, WarmedCache, WarmOptions } from "./model/warm-cache.js";
import { startClock } from "./work/clock.js";
import { loadOwnParts } from "./work/own-parts.js";
import { createPools } from "./work/pools.js";
import { postFilesOf } from "./work/post-files.js";
import { readPosts } from "./work/read-posts.js";
import { refuseJekyll } from "./work/shape-of.js";
import { makerOf, openSiteStore, storeFolder } from "./work/site-store.js";
import { acquireLock } from "./writer/lock.js";
import { openStateFolder } from "./writer/place.js";

/*
 * A site too large for one machine: each of several machines processes its share of the posts, the caches are joined, and the
 * build that writes the site finds every post processed.
 */

/** Processes a share of the posts and keeps nothing in the cache but them. Nothing is written to the destination. */
export async function warmCache(options: WarmOptions): Promise<WarmedCache> {
  const { onProgress = () => {}, shard } = options;
  refuseJekyll(options, "`pumice build --shard`", "such a site is built by one machine");
  const clock = startClock();
  const { config } = loadConfig(options);
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state);
  const pools = createPools();
  const store = openSiteStore(state, config);
  try {
    await loadOwnParts(config.pipeline.ownCode);
    const all = postFilesOf(listSources(config), config);
    const share = all.filter(({ path }) => isInShard(path, shard));
    const { fromCache } = await readPosts(share, config, store, pools, onProgress);
    return { config, posts: share.length, postFiles: all.length, fromCache, milliseconds: clock.total() };
  } finally {
    store.close();
    await pools.close();
    unlock();
  }
}

/** By its path alone, so that a post stays with its share when others come and go. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return crc32(path) % count === index - 1;
}

/** Joins the caches of other machines, in folders named `.pumice` or with one in them, to the site's own. */
export async function mergeCaches(options: BuildOptions, folders: readonly string[]): Promise<MergedCaches> {
  refuseJekyll(options, "`pumice cache merge`", "such a site is built by one machine");
  const { config } = loadConfig(options);
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state);
  try {
    const own = storeFolder(state);
    const stores = new Map(folders.map((folder) => [storeIn(resolve(folder)), folder]));
    const known = existsSync(own) ? [own] : [];
    const { posts, unusable } = mergePostStores(own, [...known, ...stores.keys()], makerOf(config));
    return { posts, unusable: unusable.flatMap((store) => stores.get(store) ?? []) };
  } finally {
    unlock();
  }
}

function storeIn(folder: string): string {
  const inner = join(folder, ".pumice");
  return storeFolder(existsSync(inner) ? inner : folder);
}
