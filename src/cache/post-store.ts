import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Post } from "../model/post.js";
import { type RemovalCount, removalsOf } from "../model/removals.js";
import { appendBytes, type BodyPlace, closeReaders, type Readers, readBlock, readBody } from "./pack.js";
import { type IndexEntry, readPostIndex, type SourceMark, writePostIndex } from "./post-index.js";
import { splitPost, viewPost } from "./post-view.js";

/*
 * Processed posts, kept between builds: a pack of finished bodies and an index with the summaries. Nothing in it is
 * trusted: the index carries a checksum of itself, each entry one of its body, and what does not fit is forgotten and made
 * anew.
 */

export { type BodyPlace, readBody } from "./pack.js";

export interface StoredPost {
  readonly post: Post;
  readonly body: BodyPlace;
  /** What the cleaning took out, by rule. */
  readonly removals: readonly RemovalCount[];
}

export interface PostStore {
  find(path: string): (StoredPost & SourceMark) | undefined;
  /** When the store was saved, in milliseconds since the epoch; 0 for a new one. */
  readonly written: number;
  /** Adds a post, in the place of its former state if there is one. */
  add(path: string, mark: SourceMark, post: Post, html: string): StoredPost;
  /** Remembers that a file is the same although its time or size was another. */
  remark(path: string, mark: SourceMark): void;
  readBody(place: BodyPlace): string;
  /** Writes the index of the posts that `paths` names and forgets the others. */
  save(paths: Iterable<string>): void;
  close(): void;
}

/** Garbage, in bytes, up to which a pack is left as it is. */
const TOLERATED = 1_000_000;

/** Opens the store in a folder; an unreadable one, or one of another fingerprint, is as good as empty. */
export function openPostStore(folder: string, fingerprint: string): PostStore {
  mkdirSync(folder, { recursive: true });
  const indexFile = join(folder, "posts.index");
  const readers: Readers = new Map();
  const known = readPostIndex(indexFile, fingerprint, readers);
  const entries = known?.entries ?? new Map<string, IndexEntry>();
  let pack = known?.header.pack ?? newPackName(folder);
  let descriptor = openSync(join(folder, pack), "a+");
  let end = fstatSync(descriptor).size;
  let garbage = end - sum(entries.values());
  let isChanged = false;

  function append(html: string, details: string): BodyPlace {
    const length = Buffer.byteLength(html);
    const bytes = Buffer.from(html + details);
    appendBytes(descriptor, bytes);
    const offset = end;
    end += bytes.length;
    return {
      pack: join(folder, pack),
      offset,
      length,
      detailsLength: bytes.length - length,
      checksum: crc32(bytes),
    };
  }

  /** Bodies of posts that are gone or changed fill the pack in time; then the living ones move into a new one. */
  function compact(): void {
    const [old, oldPack] = [descriptor, pack];
    pack = newPackName(folder);
    descriptor = openSync(join(folder, pack), "a+");
    end = 0;
    for (const { post } of entries.values()) {
      const bytes = readBlock(post.place, readers);
      appendBytes(descriptor, bytes);
      post.moveTo({ ...post.place, pack: join(folder, pack), offset: end });
      end += bytes.length;
    }
    closeSync(old);
    closeReaders(readers);
    rmSync(join(folder, oldPack), { force: true });
    garbage = 0;
  }

  return {
    written: known?.header.written ?? 0,
    find(path) {
      const entry = entries.get(path);
      return entry && { ...entry, body: entry.post.place };
    },
    add(path, mark, post, html) {
      garbage += sizeOf(entries.get(path));
      const { summary, details } = splitPost(post);
      const body = append(html, JSON.stringify(details));
      const entry = { ...mark, post: viewPost(summary, body, readers), removals: removalsOf(post.changes) };
      entries.set(path, entry);
      isChanged = true;
      return { ...entry, body };
    },
    remark(path, mark) {
      const entry = entries.get(path);
      if (!entry) return;
      entries.set(path, { ...entry, ...mark });
      isChanged = true;
    },
    readBody: (place) => readBody(place, readers),
    save(paths) {
      const living = new Set(paths);
      for (const [path, entry] of entries) {
        if (living.has(path)) continue;
        garbage += sizeOf(entry);
        entries.delete(path);
        isChanged = true;
      }
      if (!isChanged) return;
      if (garbage > TOLERATED && garbage > end / 2) compact();
      writePostIndex(indexFile, { fingerprint, pack, written: Date.now() }, entries.values());
      removeOtherPacks(folder, pack);
      isChanged = false;
    },
    close() {
      closeSync(descriptor);
      closeReaders(readers);
    },
  };
}

function sizeOf(entry: IndexEntry | undefined): number {
  return entry ? entry.post.place.length + entry.post.place.detailsLength : 0;
}

function sum(entries: Iterable<IndexEntry>): number {
  let total = 0;
  for (const entry of entries) total += sizeOf(entry);
  return total;
}

function newPackName(folder: string): string {
  const names = new Set(readdirSync(folder));
  for (let number = 1; ; number += 1) if (!names.has(`bodies-${number}.pack`)) return `bodies-${number}.pack`;
}

function removeOtherPacks(folder: string, pack: string): void {
  for (const name of readdirSync(folder)) {
    if (/^bodies-\d+\.pack$/.test(name) && name !== pack) rmSync(join(folder, name), { force: true });
  }
}
