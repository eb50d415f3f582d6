import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceMark } from "./post-index.js";
import { readRecord, writeRecord } from "./records.js";

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

const format = 2;

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
      writeRecord(file, format, { written: Date.now(), rows: [...entries] } satisfies Stored<Facts>);
      removeOthers(folder, entries.values());
      isChanged = false;
    },
  };
}

interface Stored<Facts> {
  readonly written: number;
  readonly rows: readonly (readonly [path: string, entry: ImageEntry<Facts>])[];
}

interface Index<Facts> {
  readonly entries: Map<string, ImageEntry<Facts>>;
  readonly written: number;
}

function readIndex<Facts>(file: string): Index<Facts> {
  try {
    const { rows, written } = (readRecord(file, format) ?? nothing) as Stored<Facts>;
    return { entries: new Map(rows), written };
  } catch {
    return { entries: new Map(), written: 0 };
  }
}

const nothing = { rows: [], written: 0 };

function removeOthers<Facts>(folder: string, entries: Iterable<ImageEntry<Facts>>): void {
  const needed = new Set([...entries].flatMap(({ made }) => made?.variants.map(({ name }) => name) ?? []));
  for (const name of readdirSync(folder))
    if (name.endsWith(".webp") && !needed.has(name)) rmSync(join(folder, name), { force: true });
}
