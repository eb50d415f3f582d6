import { join } from "node:path";
import { type PageKey, readPageKeys, writePageKeys } from "../cache/page-keys.js";
import type { Destination } from "../writer/altered.js";
import { readManifest } from "../writer/manifest.js";
import type { Place } from "../writer/place.js";

/** Of which inputs the pages of the destination were made: only those files that are still as the last build left them. */
export function knownPages(place: Place, { manifest, altered }: Destination): ReadonlyMap<string, PageKey> {
  const keys = new Map<string, PageKey>();
  for (const [path, key] of readPageKeys(keysFile(place))) {
    if (manifest.files.get(path)?.checksum === key.checksum && !altered.has(path)) keys.set(path, key);
  }
  return keys;
}

/** To be called after publishing: a key must never speak for a file that is not there yet. */
export function rememberPages(place: Place, keys: ReadonlyMap<string, string>): void {
  const { files } = readManifest(place.manifest);
  const known = new Map<string, PageKey>();
  for (const [path, key] of keys) {
    const checksum = files.get(path)?.checksum;
    if (checksum !== undefined) known.set(path, { key, checksum });
  }
  writePageKeys(keysFile(place), known);
}

export function keysFile(place: Place): string {
  return join(place.folder, "pages.json");
}
