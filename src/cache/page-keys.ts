import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { firstPack } from "./alternate-packs.js";
import type { TextPlace } from "./page-texts.js";

/** Of which inputs a file of the destination was made, and the checksum of its bytes. */
export interface PageKey {
  readonly key: string;
  /** Hash of the posts that it shows. */
  readonly posts?: string | undefined;
  /** Of a post's page: what it is made of besides the post. */
  readonly text?: TextPlace | undefined;
  readonly checksum: number;
}

/** Of all that the data of pages follow from: where one is as it was, so are the data. Empty where nobody can tell. */
export interface SiteKeys {
  /** For pages with a hash of the posts that they show, but for what follows from these. */
  readonly posts: string;
  /** For the other pages. */
  readonly others: string;
}

/** The keys of a destination's pages, by output path. */
export interface PageKeys {
  readonly site: SiteKeys;
  /** Of what all pages of a layout have in common, by its name. */
  readonly layouts: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, PageKey>;
  /** Name of the file with the texts. */
  readonly pack: string;
}

interface PageKeysFile {
  readonly site: SiteKeys;
  readonly layouts: readonly (readonly [name: string, key: string])[];
  readonly pages: readonly Row[];
  readonly pack: string;
}

type Row = readonly [path: string, key: string, checksum: number, posts?: string, ...text: number[]];

export const noPageKeys: PageKeys = {
  site: { posts: "", others: "" },
  layouts: new Map(),
  pages: new Map(),
  pack: firstPack,
};

/** The keys that the last build left; none where the file is missing or not ours. */
export function readPageKeys(file: string): PageKeys {
  try {
    const { site, layouts, pages, pack } = JSON.parse(readFileSync(file, "utf8")) as PageKeysFile;
    return { site, layouts: new Map(layouts), pages: new Map(pages.map(readRow)), pack };
  } catch {
    return noPageKeys;
  }
}

/** To be written after publishing: a key must never speak for a file that is not there yet. */
export function writePageKeys(file: string, { site, layouts, pages, pack }: PageKeys): void {
  const stored: PageKeysFile = { site, layouts: [...layouts], pages: Array.from(pages, rowOf), pack };
  writeFileSync(`${file}.new`, JSON.stringify(stored));
  renameSync(`${file}.new`, file);
}

function readRow([path, key, checksum, posts, offset, length, check]: Row): readonly [string, PageKey] {
  const text = check === undefined ? undefined : { offset: offset!, length: length!, checksum: check };
  return [path, { key, checksum, posts, text }];
}

function rowOf([path, { key, checksum, posts, text }]: readonly [string, PageKey]): Row {
  if (posts === undefined) return [path, key, checksum];
  return text ? [path, key, checksum, posts, text.offset, text.length, text.checksum] : [path, key, checksum, posts];
}
