import { join } from "node:path";
import { type PageKey, type PageKeys, readPageKeys, writePageKeys } from "../cache/page-keys.js";
import type { Destination } from "../writer/altered.js";
import { readManifest } from "../writer/manifest.js";
import type { Place } from "../writer/place.js";
import type { KeyedPages } from "./page-key.js";

/** Of which inputs the pages of the destination were made: only those files that are still as the last build left them. */
export function knownPages(place: Place, { manifest, altered }: Destination): PageKeys {
  const { pages, ...rest } = readPageKeys(keysFile(place));
  const standing = new Map<string, PageKey>();
  for (const [path, key] of pages) {
    if (manifest.files.get(path)?.checksum === key.checksum && !altered.has(path)) standing.set(path, key);
  }
  return { ...rest, pages: standing };
}

/** To be called after publishing: a key must never speak for a file that is not there yet. */
export function rememberPages(place: Place, { pages, ...rest }: KeyedPages): void {
  const { files } = readManifest(place.manifest);
  const known = new Map<string, PageKey>();
  for (const [path, { key, posts }] of pages) {
    const checksum = files.get(path)?.checksum;
    if (checksum !== undefined) known.set(path, { key, posts, checksum });
  }
  writePageKeys(keysFile(place), { ...rest, pages: known });
}

export function keysFile(place: Place): string {
  return join(place.folder, "pages.json");
}
