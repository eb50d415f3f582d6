import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Of which inputs a file of the destination was made, and the checksum of its bytes. */
export interface PageKey {
  readonly key: string;
  /** Hash of the posts that it shows. */
  readonly posts?: string | undefined;
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
}

interface PageKeysFile {
  readonly site: SiteKeys;
  readonly layouts: readonly (readonly [name: string, key: string])[];
  readonly pages: readonly Row[];
}

type Row = readonly [path: string, key: string, checksum: number, posts?: string];

const none: PageKeys = { site: { posts: "", others: "" }, layouts: new Map(), pages: new Map() };

/** The keys that the last build left; none where the file is missing or not ours. */
export function readPageKeys(file: string): PageKeys {
  try {
    const { site, layouts, pages } = JSON.parse(readFileSync(file, "utf8")) as PageKeysFile;
    const known = new Map(pages.map(([path, key, checksum, posts]) => [path, { key, checksum, posts }]));
    return { site, layouts: new Map(layouts), pages: known };
  } catch {
    return none;
  }
}

/** To be written after publishing: a key must never speak for a file that is not there yet. */
export function writePageKeys(file: string, { site, layouts, pages }: PageKeys): void {
  const rows = Array.from(
    pages,
    ([path, { key, checksum, posts }]): Row =>
      posts === undefined ? [path, key, checksum] : [path, key, checksum, posts],
  );
  writeFileSync(`${file}.new`, JSON.stringify({ site, layouts: [...layouts], pages: rows } satisfies PageKeysFile));
  renameSync(`${file}.new`, file);
}
