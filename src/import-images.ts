import { join } from "node:path";
import { isIgnored } from "./checks/external/index.js";
import { loadConfig } from "./config/load.js";
import { parseWebUrl } from "./html/urls.js";
import { eachByHost } from "./lib/each-by-host.js";
import { listSources } from "./loader/list.js";
import type { Config } from "./model/config.js";
import type { ImportedImages, ImportImagesOptions } from "./model/import-images.js";
import type { Message } from "./model/message.js";
import { fetchImage } from "./work/import-images/fetch-image.js";
import { type ImageFolder, openImageFolder } from "./work/import-images/image-folder.js";
import { type Picture, pointPost } from "./work/import-images/point-post.js";
import { remoteImagesOf } from "./work/import-images/remote-images.js";
import { createPools } from "./work/pools.js";
import { readSite } from "./work/read-site.js";
import { refuseJekyll } from "./work/shape-of.js";
import { bodyReader, openSiteStore } from "./work/site-store.js";
import { acquireLock } from "./writer/lock.js";
import { openStateFolder } from "./writer/place.js";

/**
 * Fetches the pictures that posts show from other hosts and lets the posts name the copies, so that the site outlives those
 * hosts. Whatever ends it, the next call goes on where it was. Never a part of a build.
 */
export async function importImages(options: ImportImagesOptions = {}): Promise<ImportedImages> {
  refuseJekyll(options, "`pumice import-images`", "It may come; until then a download program can do it");
  const { config } = loadConfig(options);
  const wanted = await findImages(config, options);
  const addresses = new Map([...wanted.values()].flat().map((url) => [url, parseWebUrl(url)!.href]));
  const folder = `${config.folders.assets}/imported`;
  const copies = openImageFolder(join(config.source, folder));
  const pictures = new Set(addresses.values());
  const missing = [...pictures].filter((address) => copies.find(address) === undefined);
  const counts = {
    source: config.source,
    folder,
    wanted: pictures.size,
    hosts: new Set([...pictures].map((address) => new URL(address).host)).size,
    known: pictures.size - missing.length,
  };
  if (options.dryRun) return { ...counts, fetched: 0, bytes: 0, posts: [], messages: [] };
  const { failures, ...fetched } = await fetchAll(missing, copies, config, options);
  const posts: string[] = [];
  const messages: Message[] = [];
  for (const [path, urls] of wanted) {
    const shown = urls.map((url) => pictureOf(url, addresses.get(url)!, folder, copies, failures));
    const told = pointPost(path, join(config.source, path), shown);
    if (told.isChanged) posts.push(path);
    messages.push(...told.messages);
  }
  return { ...counts, ...fetched, posts, messages };
}

/** By the path of the post: addresses as they are spelled there. */
async function findImages(
  config: Config,
  { onProgress = () => {} }: ImportImagesOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state, 10_000);
  const pools = createPools();
  const store = openSiteStore(state, config);
  try {
    const { stored } = await readSite(config, listSources(config), store, pools, onProgress);
    const bodyOf = bodyReader(stored, store);
    const ownHosts = new Set(config.pipeline.ownHosts);
    const isWanted = (url: string): boolean =>
      !config.externalLinks.ignore.some((entry) => isIgnored(url, parseWebUrl(url)!.hostname, entry));
    const found = [...stored].map(
      ([path, { post }]) => [path, remoteImagesOf(post, bodyOf(path) ?? "", ownHosts).filter(isWanted)] as const,
    );
    return new Map(found.filter(([, urls]) => urls.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    store.close();
    await pools.close();
    unlock();
  }
}

interface Fetched {
  readonly fetched: number;
  readonly bytes: number;
  /** Address → why there is no copy. */
  readonly failures: ReadonlyMap<string, string>;
}

async function fetchAll(
  addresses: readonly string[],
  copies: ImageFolder,
  { externalLinks }: Config,
  { onProgress = () => {} }: ImportImagesOptions,
): Promise<Fetched> {
  const failures = new Map<string, string>();
  const tired = new Set<string>();
  let fetched = 0;
  let bytes = 0;
  await eachByHost(addresses, async (address) => {
    const { host } = new URL(address);
    const image = tired.has(host)
      ? { why: "its host asks for a pause: try again later", isTired: false }
      : await fetchImage(address, externalLinks);
    if ("bytes" in image) {
      copies.add(address, image);
      fetched += 1;
      bytes += image.bytes.length;
    } else failures.set(address, image.why);
    if ("isTired" in image && image.isTired) tired.add(host);
    onProgress({ phase: "fetch", done: fetched + failures.size, total: addresses.length });
  });
  return { fetched, bytes, failures };
}

function pictureOf(
  url: string,
  address: string,
  folder: string,
  copies: ImageFolder,
  failures: ReadonlyMap<string, string>,
): Picture {
  const name = copies.find(address);
  return name === undefined
    ? { url, why: failures.get(address) ?? "nobody knows why" }
    : { url, copy: `/${folder}/${name}` };
}
