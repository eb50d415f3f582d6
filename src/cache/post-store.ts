import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Post } from "../model/post.js";

/*
 * Processed posts, kept between builds: a pack of finished bodies, one after the other, and an index with the summaries.
 * Nothing in it is trusted: the index carries a checksum of itself, each entry one of its body, and what does not fit is
 * forgotten and made anew.
 */

/** Where a body lies in a pack: bytes. Plain data, so that another thread can read it. */
export interface BodyPlace {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

export interface StoredPost {
  readonly post: Post;
  readonly body: BodyPlace;
}

/** How a source file is known again: without reading it by size and time, and surely by the hash of its content. */
export interface SourceMark {
  readonly size: number;
  readonly modified: number;
  readonly contentHash: string;
}

interface Entry extends SourceMark {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
  readonly post: Post;
}

interface Header {
  readonly version: 1;
  /** Of the program and of everything else that all the posts depend on. */
  readonly fingerprint: string;
  readonly pack: string;
  /** When the index was written: a source file changed at that time or later may have changed again unnoticed. */
  readonly written: number;
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

/** Opens the store in a folder; an unreadable one, or one of another fingerprint, is as good as empty. */
export function openPostStore(folder: string, fingerprint: string): PostStore {
  mkdirSync(folder, { recursive: true });
  const indexFile = join(folder, "posts.index");
  const known = readIndex(indexFile, fingerprint);
  const entries = known?.entries ?? new Map<string, Entry>();
  let pack = known?.header.pack ?? newPackName(folder);
  let descriptor = openSync(join(folder, pack), "a+");
  let end = sizeOf(descriptor);
  let garbage = end - sum(entries.values());
  let isChanged = false;
  const readers = new Map<string, number>();

  function append(html: string): { offset: number; length: number; checksum: number } {
    const bytes = Buffer.from(html);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    const place = { offset: end, length: bytes.length, checksum: crc32(bytes) };
    end += bytes.length;
    return place;
  }

  function placeOf({ offset, length, checksum }: Entry): BodyPlace {
    return { pack: join(folder, pack), offset, length, checksum };
  }

  /** Bodies of posts that are gone or changed fill the pack in time; then the living ones move into a new one. */
  function compact(): void {
    const old = descriptor;
    const oldPack = pack;
    const living = [...entries.values()];
    pack = newPackName(folder);
    descriptor = openSync(join(folder, pack), "a+");
    end = 0;
    for (const entry of living) {
      const bytes = readBytes(old, entry.offset, entry.length);
      const offset = end;
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      end += bytes.length;
      entries.set(entry.path, { ...entry, offset });
    }
    closeSync(old);
    rmSync(join(folder, oldPack), { force: true });
    garbage = 0;
  }

  return {
    written: known?.header.written ?? 0,
    find(path) {
      const entry = entries.get(path);
      return entry && { post: entry.post, body: placeOf(entry), ...markOf(entry) };
    },
    add(path, mark, post, html) {
      garbage += entries.get(path)?.length ?? 0;
      const entry: Entry = { path, ...mark, ...append(html), post };
      entries.set(path, entry);
      isChanged = true;
      return { post, body: placeOf(entry) };
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
        garbage += entry.length;
        entries.delete(path);
        isChanged = true;
      }
      if (!isChanged) return;
      if (garbage > 1_000_000 && garbage > end / 2) compact();
      writeIndex(indexFile, { version: 1, fingerprint, pack, written: Date.now() }, entries.values());
      removeOtherPacks(folder, pack);
      isChanged = false;
    },
    close() {
      closeSync(descriptor);
      for (const reader of readers.values()) closeSync(reader);
      readers.clear();
    },
  };
}

/** Thrown where a stored body is not what was stored. */
export class DamagedStoreError extends Error {}

/** Reads a stored body. `readers` keeps the packs open between calls. */
export function readBody(place: BodyPlace, readers: Map<string, number>): string {
  let reader = readers.get(place.pack);
  if (reader === undefined) {
    reader = openSync(place.pack, "r");
    readers.set(place.pack, reader);
  }
  const bytes = readBytes(reader, place.offset, place.length);
  if (crc32(bytes) !== place.checksum) throw new DamagedStoreError(`A body in ${place.pack} is damaged`);
  return bytes.toString("utf8");
}

function readBytes(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, offset + done);
    if (count === 0) throw new DamagedStoreError("A pack of bodies ends too early");
    done += count;
  }
  return bytes;
}

function markOf({ size, modified, contentHash }: Entry): SourceMark {
  return { size, modified, contentHash };
}

function sum(entries: Iterable<Entry>): number {
  let total = 0;
  for (const { length } of entries) total += length;
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

function sizeOf(descriptor: number): number {
  return fstatSync(descriptor).size;
}

function readIndex(file: string, fingerprint: string): { header: Header; entries: Map<string, Entry> } | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const bodyStart = text.indexOf("\n") + 1;
    if (Number(text.slice(0, bodyStart)) !== crc32(text.slice(bodyStart))) return undefined;
    const [first, ...lines] = text.slice(bodyStart, -1).split("\n");
    const header = JSON.parse(first!) as Header;
    if (header.version !== 1 || header.fingerprint !== fingerprint) return undefined;
    const entries = new Map<string, Entry>();
    for (const line of lines) {
      const entry = JSON.parse(line) as Entry;
      entries.set(entry.path, entry);
    }
    const packSize = statSync(join(dirname(file), header.pack)).size;
    for (const { offset, length } of entries.values()) if (offset + length > packSize) return undefined;
    return { header, entries };
  } catch {
    return undefined;
  }
}

function writeIndex(file: string, header: Header, entries: Iterable<Entry>): void {
  const lines = [JSON.stringify(header)];
  for (const entry of entries) lines.push(JSON.stringify(entry));
  const text = `${lines.join("\n")}\n`;
  const temporary = `${file}.new`;
  writeFileSync(temporary, `${crc32(text)}\n${text}`);
  renameSync(temporary, file);
}
