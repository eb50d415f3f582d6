import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { decodeUtf8 } from "../lib/utf8.js";
import { UserError } from "../model/message.js";

/*
 * A pack holds the finished bodies of posts, one after the other, each with the details that only its own page needs.
 */

/** Where a body lies in a pack: bytes. Plain data, so that another thread can read it. */
export interface BodyPlace {
  /** Absolute path. */
  readonly pack: string;
  readonly offset: number;
  /** Of the body; its details follow. */
  readonly length: number;
  readonly detailsLength: number;
  /** CRC-32 of both. */
  readonly checksum: number;
}

export interface Packed {
  readonly html: string;
  /** JSON. */
  readonly details: string;
}

/** Thrown where a stored body is not what was stored: a build makes all posts anew then. */
export class DamagedStoreError extends UserError {
  constructor(pack: string, fault: string) {
    const note = "A build notices that and makes the cache anew; so does `pumice clean`";
    super([{ severity: "error", ruleId: "damaged-cache", reason: `${DAMAGED} ${pack} ${fault}`, note }]);
  }
}

const DAMAGED = "The cache of processed posts is damaged:";

/** Whether an error says so, which has nothing left but its text when it comes out of another thread. */
export function isDamagedStore(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(DAMAGED);
}

/** Packs that were opened for reading, by path. */
export type Readers = Map<string, number>;

/** Reads what lies at a place. `readers` keeps the packs open between calls. */
export function readPacked(place: BodyPlace, readers: Readers): Packed {
  const bytes = readBlock(place, readers);
  return { html: decodeUtf8(bytes.subarray(0, place.length)), details: decodeUtf8(bytes.subarray(place.length)) };
}

/** The body alone. */
export function readBody(place: BodyPlace, readers: Readers): string {
  return decodeUtf8(readBlock(place, readers).subarray(0, place.length));
}

/** Body and details as they are stored. */
export function readBlock(place: BodyPlace, readers: Readers): Buffer {
  let reader = readers.get(place.pack);
  if (reader === undefined) {
    reader = openSync(place.pack, "r");
    readers.set(place.pack, reader);
  }
  const bytes = Buffer.allocUnsafe(place.length + place.detailsLength);
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(reader, bytes, done, bytes.length - done, place.offset + done);
    if (count === 0) throw new DamagedStoreError(place.pack, "ends too early");
    done += count;
  }
  if (crc32(bytes) !== place.checksum)
    throw new DamagedStoreError(place.pack, "has a body that is not what was stored");
  return bytes;
}

export function closeReaders(readers: Readers): void {
  for (const reader of readers.values()) closeSync(reader);
  readers.clear();
}

/** A name that no pack in the folder has. */
export function newPackName(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = `bodies-${number}.pack`;
    if (!existsSync(join(folder, name))) return name;
  }
}

export function removeOtherPacks(folder: string, pack: string): void {
  for (const name of readdirSync(folder))
    if (/^bodies-\d+\.pack$/.test(name) && name !== pack) rmSync(join(folder, name), { force: true });
}
