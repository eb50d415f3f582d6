import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { appendBytes } from "./pack.js";
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
  /** The file with the terms. */
  readonly pack: string;
  add(terms: Uint32Array): TermPlace;
  /** To be called after publishing; the store may be closed by then. */
  save(record: SearchRecord): void;
  close(): void;
}

const TOLERATED = 1_000_000;
const bytesOf = (count: number): number => count * Uint32Array.BYTES_PER_ELEMENT;

export function openTermStore(folder: string, fingerprint: string): TermStore {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "index.json");
  const known = readSearchRecord(file, fingerprint);
  const pack = join(folder, known?.header.pack ?? "a.pack");
  if (!known) rmSync(pack, { force: true });
  const descriptor = openSync(pack, "a+");
  let end = fstatSync(descriptor).size;
  const isWhole = known?.record.posts.every(({ offset, count }) => offset + bytesOf(count) <= end);

  return {
    record: isWhole ? known?.record : undefined,
    pack,
    add(terms) {
      const bytes = new Uint8Array(terms.buffer, terms.byteOffset, terms.byteLength);
      appendBytes(descriptor, bytes);
      const offset = end;
      end += bytes.length;
      return { offset, count: terms.length, checksum: crc32(bytes) };
    },
    save(record) {
      const used = record.posts.reduce((sum, { count }) => sum + bytesOf(count), 0);
      const isSlack = end - used > TOLERATED && end > 2 * used;
      const next = isSlack ? (pack.endsWith("a.pack") ? "b.pack" : "a.pack") : pack.slice(-"a.pack".length);
      const posts = isSlack ? copyTerms(pack, join(folder, next), record.posts) : record.posts;
      saveSearchRecord(file, { fingerprint, pack: next }, { ...record, posts }, isWhole ? known : undefined);
      if (isSlack) rmSync(pack, { force: true });
    },
    close: () => closeSync(descriptor),
  };
}

/** Reads terms from packs; nothing where they are damaged. `descriptor` is that of an open pack. */
export function readTerms(descriptor: number, { offset, count, checksum }: TermPlace): Uint32Array | undefined {
  const terms = new Uint32Array(count);
  const bytes = new Uint8Array(terms.buffer);
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
    if (read === 0) return undefined;
    done += read;
  }
  return crc32(bytes) === checksum ? terms : undefined;
}

/** Terms of posts that are gone fill the pack in time; then the living ones move. */
function copyTerms(from: string, to: string, posts: readonly IndexedPost[]): readonly IndexedPost[] {
  rmSync(to, { force: true });
  const [source, target] = [openSync(from, "r"), openSync(to, "a")];
  let end = 0;
  try {
    return posts.map((post) => {
      const bytes = Buffer.alloc(bytesOf(post.count));
      readSync(source, bytes, 0, bytes.length, post.offset);
      appendBytes(target, bytes);
      const offset = end;
      end += bytes.length;
      return { ...post, offset };
    });
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
