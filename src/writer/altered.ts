import * as nodeFs from "node:fs";
import { readFileSync, statSync } from "node:fs";
import { crc32 } from "node:zlib";
import { writeDurably } from "../lib/file-system.js";
import { type FileMark, type Manifest, printManifest, readManifest } from "./manifest.js";
import type { Place } from "./place.js";

/** The destination as it is now, seen with the eyes of the last build. */
export interface Destination {
  readonly manifest: Manifest;
  /** Files of ours that are missing or were changed by someone else since: they must be written again. */
  readonly altered: ReadonlySet<string>;
}

/**
 * Looks at every file that the last build left. Where only the time is another, as after a copy or the restoring of a
 * cache, the bytes decide, and the manifest is written anew so that the next look is quick again.
 */
export function lookAtDestination(place: Place): Destination {
  const manifest = readManifest(place.manifest);
  const altered = new Set<string>();
  const touched = new Map<string, FileMark>();
  for (const [path, mark] of manifest.files) {
    // Not `join`: the paths of a manifest are normal already, and there may be tens of thousands.
    const file = `${place.destination}/${path}`;
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.size !== mark.size || !stats.isFile()) altered.add(path);
    else if (stats.mtimeMs === mark.modified) continue;
    else if (mark.checksum === undefined || crc32(readFileSync(file)) !== mark.checksum) altered.add(path);
    else touched.set(path, { ...mark, modified: stats.mtimeMs });
  }
  if (touched.size === 0) return { manifest, altered };
  const files = new Map([...manifest.files].map(([path, mark]) => [path, touched.get(path) ?? mark]));
  writeDurably(nodeFs, place.manifest, printManifest(manifest.destination ?? place.name, files));
  return { manifest: { ...manifest, files }, altered };
}
