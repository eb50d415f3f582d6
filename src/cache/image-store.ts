import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { SourceMark } from "./post-index.js";

/*
 * What is known of the site's pictures, and the narrower files that were made of them, kept between builds. A damaged index
 * is as good as none, and a file that is missing or of another size is made anew.
 */

export interface ImageEntry<Facts> extends SourceMark {
  /** `null` for a file that is no picture. */
  readonly facts: Facts | null;
  readonly made?: MadeVariants;
}

export interface MadeVariants {
  /** Of the original's bytes and of how the variants were asked for. */
  readonly key: string;
  readonly variants: readonly StoredVariant[];
  /** Why there are none. */
  readonly failure?: string;
}

export interface StoredVariant {
  /** Pixels. */
  readonly width: number;
  /** Name in the folder of the store; empty for the original itself. */
  readonly name: string;
  readonly size: number;
}

export interface ImageStore<Facts> {
  /** Absolute. */
  readonly folder: string;
  /** When the store was saved, in milliseconds since the epoch; 0 for a new one. */
  readonly written: number;
  find(path: string): ImageEntry<Facts> | undefined;
  put(path: string, entry: ImageEntry<Facts>): void;
  /** Whether all files of a picture are there. */
  has(made: MadeVariants): boolean;
  /** Writes the index and removes what no picture has any more; `isThere` says which paths still are pictures of the site. */
  save(isThere: (path: string) => boolean): void;
}

const format = 1;

/** Opens the store in a folder, which need not exist. `Facts`: plain data. */
export function openImageStore<Facts>(folder: string): ImageStore<Facts> {
  const file = join(folder, "index.json");
  const { entries, written } = readIndex<Facts>(file);
  let isChanged = false;
  return {
    folder,
    written,
    find: (path) => entries.get(path),
    put(path, entry) {
      entries.set(path, entry);
      isChanged = true;
    },
    has: ({ variants }) =>
      variants.every(
        ({ name, size }) => name === "" || statSync(join(folder, name), { throwIfNoEntry: false })?.size === size,
      ),
    save(isThere) {
      for (const path of entries.keys()) if (!isThere(path)) isChanged = entries.delete(path) || isChanged;
      if (!isChanged) return;
      mkdirSync(folder, { recursive: true });
      writeIndex(file, entries);
      removeOthers(folder, entries.values());
      isChanged = false;
    },
  };
}

interface Index<Facts> {
  readonly entries: Map<string, ImageEntry<Facts>>;
  readonly written: number;
}

function readIndex<Facts>(file: string): Index<Facts> {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf(10) + 1;
    const [found, checksum] = bytes.toString("latin1", 0, start).split(" ").map(Number);
    const body = bytes.subarray(start);
    if (found !== format || checksum !== crc32(body)) return { entries: new Map(), written: 0 };
    const { rows, written } = JSON.parse(body.toString("utf8"));
    return { entries: new Map(rows), written };
  } catch {
    return { entries: new Map(), written: 0 };
  }
}

function writeIndex<Facts>(file: string, entries: ReadonlyMap<string, ImageEntry<Facts>>): void {
  const body = Buffer.from(JSON.stringify({ written: Date.now(), rows: [...entries] }));
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${format} ${crc32(body)}\n`), body]));
  renameSync(`${file}.new`, file);
}

function removeOthers<Facts>(folder: string, entries: Iterable<ImageEntry<Facts>>): void {
  const needed = new Set([...entries].flatMap(({ made }) => made?.variants.map(({ name }) => name) ?? []));
  for (const name of readdirSync(folder))
    if (name.endsWith(".webp") && !needed.has(name)) rmSync(join(folder, name), { force: true });
}
