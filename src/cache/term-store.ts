import { mkdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Block, firstPack, isMostlyGarbage, moveBlocks, otherPack } from "./alternate-packs.js";
import { type GrowingFile, growingFile, type PutBytes, sizeOf } from "./growing-file.js";
import { type IndexedPost, readSearchRecord, type SearchRecord, saveSearchRecord } from "./search-record.js";

/*
 * What the search index of a destination was made of: the terms of every post in it, in the order of the posts, and the
 * checksums of the shards. What is damaged or of another program is forgotten and made anew.
 */

/** Where the terms of a post lie. */
export type TermPlace = Pick<IndexedPost, "offset" | "count" | "checksum">;

export interface TermStore {
  /** The index as the last build left it. */
  readonly record: SearchRecord | undefined;
  /** The file with the terms: `placeTerms` puts them there. */
  readonly pack: GrowingFile;
  /** To be called after publishing. */
  save(record: SearchRecord): void;
}

const blockOf = ({ offset, count }: IndexedPost): Block => ({ offset, length: count * Uint32Array.BYTES_PER_ELEMENT });

export function openTermStore(folder: string, fingerprint: string): TermStore {
  mkdirSync(folder, { recursive: true });
  const index = join(folder, "index.json");
  const known = readSearchRecord(index, fingerprint);
  const name = known?.header.pack ?? firstPack;
  const file = join(folder, name);
  if (!known) rmSync(file, { force: true });
  const pack = growingFile(file);
  const end = sizeOf(pack);
  const isWhole = known?.record.posts.map(blockOf).every(({ offset, length }) => offset + length <= end);

  return {
    record: isWhole ? known?.record : undefined,
    pack,
    save(record) {
      const former = isWhole ? known : undefined;
      const blocks = record.posts.map(blockOf);
      if (!isMostlyGarbage(sizeOf(pack), blocks)) {
        saveSearchRecord(index, { fingerprint, pack: name }, record, former);
        return;
      }
      const next = otherPack(name);
      const offsets = moveBlocks(file, join(folder, next), blocks);
      const posts = record.posts.map((post, at) => ({ ...post, offset: offsets[at]! }));
      saveSearchRecord(index, { fingerprint, pack: next }, { ...record, posts }, former);
      rmSync(file, { force: true });
    },
  };
}

/** Puts terms into a pack. */
export function placeTerms(terms: Uint32Array, put: PutBytes): TermPlace {
  const bytes = new Uint8Array(terms.buffer, terms.byteOffset, terms.byteLength);
  return { offset: put(bytes), count: terms.length, checksum: crc32(bytes) };
}

/** Reads terms from packs; nothing where they are damaged. `descriptor` is that of an open pack. */
export function readTerms(descriptor: number, place: TermPlace): Uint32Array | undefined {
  return readTermsInto(new Uint32Array(place.count), descriptor, place);
}

/** The same, in memory that is there already. */
export function readTermsInto(
  room: Uint32Array,
  descriptor: number,
  { offset, count, checksum }: TermPlace,
): Uint32Array | undefined {
  const terms = room.subarray(0, count);
  const bytes = new Uint8Array(terms.buffer, terms.byteOffset, terms.byteLength);
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
    if (read === 0) return undefined;
    done += read;
  }
  return crc32(bytes) === checksum ? terms : undefined;
}
