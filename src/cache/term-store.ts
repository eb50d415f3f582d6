import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { appendBytes } from "./pack.js";
import { readRecord, writeRecord } from "./records.js";

/*
 * What the search index of a destination was made of: the terms of every post in it, in the order of the posts, and the
 * checksums of the shards. What is damaged or of another program is forgotten and made anew.
 */

/** A post in the index. Plain data: many of them cross threads. */
export interface IndexedPost {
  readonly path: string;
  /** The post's hash: title and HTML follow from what it is of. */
  readonly key: string;
  /** Where the terms lie in the pack: bytes, and the number of terms. */
  readonly offset: number;
  readonly count: number;
  readonly checksum: number;
}

export interface IndexedPart {
  readonly bits: number;
  /** CRC-32 of each shard. */
  readonly checksums: readonly number[];
}

export interface SearchRecord {
  readonly posts: readonly IndexedPost[];
  readonly parts: Readonly<Record<"settled" | "recent", IndexedPart>>;
}

export interface TermStore {
  /** The index as the last build left it. */
  readonly record: SearchRecord | undefined;
  /** The file with the terms. */
  readonly pack: string;
  add(terms: Uint32Array): Pick<IndexedPost, "offset" | "count" | "checksum">;
  /** To be called after publishing; the store may be closed by then. */
  save(record: SearchRecord): void;
  close(): void;
}

interface RecordFile {
  readonly fingerprint: string;
  readonly pack: string;
  readonly parts: SearchRecord["parts"];
  readonly rows: readonly (readonly [path: string, key: string, offset: number, count: number, checksum: number])[];
}

const format = 2;
const TOLERATED = 1_000_000;
const bytesOf = (count: number): number => count * Uint32Array.BYTES_PER_ELEMENT;

export function openTermStore(folder: string, fingerprint: string): TermStore {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "index.json");
  const known = readIndex(file, fingerprint);
  const pack = join(folder, known?.pack ?? "a.pack");
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
      const stored: RecordFile = { fingerprint, pack: next, parts: record.parts, rows: posts.map(rowOf) };
      writeRecord(file, format, stored);
      if (isSlack) rmSync(pack, { force: true });
    },
    close: () => closeSync(descriptor),
  };
}

/** Reads terms from packs; nothing where they are damaged. `descriptor` is that of an open pack. */
export function readTerms(descriptor: number, { offset, count, checksum }: IndexedPost): Uint32Array | undefined {
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

const rowOf = ({ path, key, offset, count, checksum }: IndexedPost) => [path, key, offset, count, checksum] as const;

function readIndex(
  file: string,
  fingerprint: string,
): { readonly pack: string; readonly record: SearchRecord } | undefined {
  try {
    const found = readRecord(file, format) as RecordFile | undefined;
    if (found?.fingerprint !== fingerprint) return undefined;
    const { rows, pack, parts } = found;
    const posts = rows.map(([path, key, offset, count, checksum]) => ({ path, key, offset, count, checksum }));
    return { pack, record: { posts, parts } };
  } catch {
    return undefined;
  }
}
