import { closeSync, fstatSync, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Post } from "../model/post.js";
import type { RemovalCount } from "../model/removals.js";
import {
  appendBytes,
  type BodyPlace,
  closeReaders,
  newPackName,
  type Readers,
  readBlock,
  readBody,
  removeOtherPacks,
} from "./pack.js";
import type { PackedPost, PostFace } from "./packed-post.js";
import { amendPostIndex, IndexEntry, readPostIndex, type SourceMark, writePostIndex } from "./post-index.js";
import { type PostSummary, viewPost } from "./post-view.js";

/*
 * Processed posts, kept between builds: a pack of finished bodies and an index with the summaries. Nothing in it is
 * trusted: the index carries a checksum of itself, each entry one of its body, and what does not fit is forgotten and made
 * anew.
 */

export { type BodyPlace, readBody } from "./pack.js";

export interface StoredPost extends PostFace {
  readonly post: Post;
  /** Where it lies now: saving may move it. */
  readonly body: BodyPlace;
  /** What the cleaning took out, by rule. */
  readonly removals: readonly RemovalCount[];
}

export interface PostStore {
  find(path: string): (StoredPost & SourceMark) | undefined;
  /** When the store was saved, in milliseconds since the epoch; 0 for a new one. */
  readonly written: number;
  /** Adds a post, in the place of its former state if there is one. */
  add(path: string, mark: SourceMark, packed: PackedPost): StoredPost;
  /** Remembers that a file is the same although its time or size was another. */
  remark(path: string, mark: SourceMark): void;
  readBody(place: BodyPlace): string;
  /** Writes the index of the posts that `paths` names and forgets the others. */
  save(paths: Iterable<string>): void;
  close(): void;
}

/** Garbage, in bytes, up to which a pack is left as it is. */
const TOLERATED = 1_000_000;

/** The part of an index that may have been added to it: more is written anew, so that the file does not grow for ever. */
const MOST_AMENDED = 1 / 8;

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
  let extent = known?.extent;
  /** Paths of posts that the index does not know as they are now. */
  const changed = new Set<string>();

  function append({ block, length, checksum }: PackedPost): BodyPlace {
    appendBytes(descriptor, block);
    const offset = end;
    end += block.length;
    return { pack: join(folder, pack), offset, length, detailsLength: block.length - length, checksum };
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
    extent = undefined;
  }

  function writeIndex(): void {
    const written = Date.now();
    if (extent && extent.amended + changed.size <= entries.size * MOST_AMENDED) {
      const present = [...changed].flatMap((path) => entries.get(path) ?? []);
      const gone = [...changed].filter((path) => !entries.has(path));
      extent = amendPostIndex(indexFile, extent, written, present, gone);
    } else extent = writePostIndex(indexFile, { fingerprint, pack, written }, entries.values());
    changed.clear();
  }

  return {
    written: known?.header.written ?? 0,
    find: (path) => entries.get(path),
    add(path, mark, packed) {
      garbage += sizeOf(entries.get(path));
      const post = viewPost(JSON.parse(packed.summary) as PostSummary, append(packed), readers);
      const entry = new IndexEntry(mark, post, packed, packed.removals);
      entries.set(path, entry);
      changed.add(path);
      return entry;
    },
    remark(path, mark) {
      const entry = entries.get(path);
      if (!entry) return;
      entries.set(path, new IndexEntry(mark, entry.post, entry, entry.removals));
      changed.add(path);
    },
    readBody: (place) => readBody(place, readers),
    save(paths) {
      const living = new Set(paths);
      for (const [path, entry] of entries) {
        if (living.has(path)) continue;
        garbage += sizeOf(entry);
        entries.delete(path);
        changed.add(path);
      }
      if (changed.size === 0) return;
      if (garbage > TOLERATED && garbage > end / 2) compact();
      writeIndex();
      removeOtherPacks(folder, pack);
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
