import { statSync } from "node:fs";
import { join } from "node:path";
import { type PageKey, readPageKeys, writePageKeys } from "../cache/page-keys.js";
import { readManifest } from "../writer/manifest.js";
import type { Place } from "../writer/place.js";

/** Of which inputs the pages of the destination were made: only those files that are still as the last build left them. */
export function knownPages(place: Place): ReadonlyMap<string, PageKey> {
  const { files } = readManifest(place.manifest);
  const keys = new Map<string, PageKey>();
  for (const [path, key] of readPageKeys(keysFile(place))) {
    const mark = files.get(path);
    if (mark?.size !== key.size || mark.modified !== key.modified) continue;
    const stats = statSync(join(place.destination, path), { throwIfNoEntry: false });
    if (stats?.size === key.size && stats.mtimeMs === key.modified) keys.set(path, key);
  }
  return keys;
}

/** To be called after publishing: a key must never speak for a file that is not there yet. */
export function rememberPages(place: Place, keys: ReadonlyMap<string, string>): void {
  const { files } = readManifest(place.manifest);
  const known = new Map<string, PageKey>();
  for (const [path, key] of keys) {
    const mark = files.get(path);
    if (mark) known.set(path, { key, size: mark.size, modified: mark.modified });
  }
  writePageKeys(keysFile(place), known);
}

export function keysFile(place: Place): string {
  return join(place.folder, "pages.json");
}
