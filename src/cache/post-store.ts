import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Post } from "../model/post.js";
import type { RemovalCount } from "../model/removals.js";
import { addTo, type GrowingFile, growingFile, sizeOf } from "./growing-file.js";
import {
  type BodyPlace,
  closeReaders,
  newPackName,
  type Readers,
  readBlock,
  readBody,
  removeOtherPacks,
} from "./pack.js";
import { type PackedPost, type PlacedPost, type PostFace, placePost } from "./packed-post.js";
import { amendPostIndex, IndexEntry, readPostIndex, type SourceMark, writePostIndex } from "./post-index.js";
import { viewPost } from "./post-view.js";
import { fromStored, type StoredSummary } from "./stored-summary.js";

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
  /** Where other threads may put the blocks of posts that are to be added. */
  readonly pack: GrowingFile;
  /** Adds a post, in the place of its former state if there is one. */
  add(path: string, mark: SourceMark, packed: PackedPost | PlacedPost): StoredPost;
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
  let name = known?.header.pack ?? newPackName(folder);
  let pack = growingFile(join(folder, name));
  let extent = known?.extent;
  /** Paths of posts that the index does not know as they are now. */
  const changed = new Set<string>();

  /** Bodies of posts that are gone or changed fill the pack in time; then the living ones move into a new one. */
  function compact(): void {
    const old = pack.path;
    name = newPackName(folder);
    pack = growingFile(join(folder, name));
    addTo(pack, (put) => {
      for (const { post } of entries.values())
        post.moveTo({ ...post.place, pack: pack.path, offset: put(readBlock(post.place, readers)) });
    });
    closeReaders(readers);
    rmSync(old, { force: true });
    extent = undefined;
  }

  function writeIndex(): void {
    const written = Date.now();
    if (extent && extent.amended + changed.size <= entries.size * MOST_AMENDED) {
      const present = [...changed].flatMap((path) => entries.get(path) ?? []);
      const gone = [...changed].filter((path) => !entries.has(path));
      extent = amendPostIndex(indexFile, extent, written, present, gone);
    } else extent = writePostIndex(indexFile, { fingerprint, pack: name, written }, entries.values());
    changed.clear();
  }

  return {
    written: known?.header.written ?? 0,
    get pack() {
      return pack;
    },
    find: (path) => entries.get(path),
    add(path, mark, packed) {
      const placed = "place" in packed ? packed : addTo(pack, (put) => placePost(packed, pack.path, put));
      const post = viewPost(fromStored(JSON.parse(placed.summary) as StoredSummary), placed.place, readers);
      const entry = new IndexEntry(mark, post, placed, placed.removals);
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
      for (const path of entries.keys()) {
        if (living.has(path)) continue;
        entries.delete(path);
        changed.add(path);
      }
      if (changed.size === 0) return;
      const garbage = sizeOf(pack) - sizeOfBlocks(entries.values());
      if (garbage > TOLERATED && garbage > sizeOf(pack) / 2) compact();
      writeIndex();
      removeOtherPacks(folder, name);
    },
    close: () => closeReaders(readers),
  };
}

function sizeOfBlocks(entries: Iterable<IndexEntry>): number {
  let total = 0;
  for (const { body } of entries) total += body.length + body.detailsLength;
  return total;
}
