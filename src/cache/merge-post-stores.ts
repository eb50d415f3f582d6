import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addTo, growingFile } from "./growing-file.js";
import {
  type BodyPlace,
  closeReaders,
  DamagedStoreError,
  newPackName,
  type Readers,
  readBlock,
  removeOtherPacks,
} from "./pack.js";
import { type IndexEntry, readPostIndex, writePostIndex } from "./post-index.js";

export interface MergedStores {
  /** Posts in the store now. */
  readonly posts: number;
  /** Folders without a store, or with one that another program or configuration made, or that is damaged. */
  readonly unusable: readonly string[];
}

/**
 * Puts the processed posts of several stores into one, in the place of what it holds. `folders` may name it, too; where
 * several have a post, the one that was saved last is believed. Its source is compared by content anyway before it is used.
 */
export function mergePostStores(folder: string, folders: readonly string[], fingerprint: string): MergedStores {
  mkdirSync(folder, { recursive: true });
  const readers: Readers = new Map();
  const found = folders.map((from) => ({
    from,
    index: readPostIndex(join(from, "posts.index"), fingerprint, readers),
  }));
  const usable = found
    .flatMap(({ index }) => (index ? [index] : []))
    .sort((a, b) => a.header.written - b.header.written);
  const entries = new Map<string, IndexEntry>();
  for (const index of usable) for (const [path, entry] of index.entries) entries.set(path, entry);
  const pack = newPackName(folder);
  try {
    copyBodies(entries, join(folder, pack), readers);
  } finally {
    closeReaders(readers);
  }
  // Not the time of the merging: a source that changed since its store was saved must look changed.
  const written = usable[0]?.header.written ?? 0;
  writePostIndex(join(folder, "posts.index"), { fingerprint, pack, written }, entries.values());
  removeOtherPacks(folder, pack);
  return { posts: entries.size, unusable: found.filter(({ index }) => !index).map(({ from }) => from) };
}

/** Forgets the entries whose bodies are damaged. */
function copyBodies(entries: Map<string, IndexEntry>, pack: string, readers: Readers): void {
  addTo(growingFile(pack), (put) => {
    for (const [path, { post }] of entries) {
      const bytes = readWhole(post.place, readers);
      if (bytes) post.moveTo({ ...post.place, pack, offset: put(bytes) });
      else entries.delete(path);
    }
  });
}

function readWhole(place: BodyPlace, readers: Readers): Buffer | undefined {
  try {
    return readBlock(place, readers);
  } catch (error) {
    if (!(error instanceof DamagedStoreError)) throw error;
    return undefined;
  }
}
