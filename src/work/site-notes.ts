import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { SiteKeys } from "../cache/page-keys.js";
import type { SiteGlobals } from "../layout/globals.js";
import type { Place } from "../writer/place.js";
import type { FedPost } from "./whole-html.js";

/** What a build tells the next one of the site's model, so that this need not be made again for a post's new text. */
export interface SiteNotes {
  /** A name of the build that left them; its record has it, too. */
  readonly build: string;
  readonly site: SiteKeys;
  readonly globals: SiteGlobals;
  readonly fed: readonly FedPost[];
}

/** The notes of the last build of a destination; nothing where they are missing or damaged. */
export function readSiteNotes(place: Place): SiteNotes | undefined {
  try {
    const bytes = readFileSync(fileOf(place));
    const body = bytes.subarray(4);
    return crc32(body) === bytes.readUInt32LE(0) ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

export function writeSiteNotes(place: Place, notes: SiteNotes): void {
  // Data of the site may hold dates, which JSON would make texts.
  const body = serialize(notes);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(body));
  const file = fileOf(place);
  writeFileSync(`${file}.new`, Buffer.concat([checksum, body]));
  renameSync(`${file}.new`, file);
}

const fileOf = (place: Place): string => join(place.folder, "notes.v8");
