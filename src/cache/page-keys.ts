import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Of which inputs a file of the destination was made, and the checksum of its bytes. */
export interface PageKey {
  readonly key: string;
  readonly checksum: number;
}

/** The keys that the last build left, by output path; none where the file is missing or not ours. */
export function readPageKeys(file: string): ReadonlyMap<string, PageKey> {
  try {
    const rows = JSON.parse(readFileSync(file, "utf8")) as [string, string, number][];
    return new Map(rows.map(([path, key, checksum]) => [path, { key, checksum }]));
  } catch {
    return new Map();
  }
}

/** To be written after publishing: a key must never speak for a file that is not there yet. */
export function writePageKeys(file: string, keys: ReadonlyMap<string, PageKey>): void {
  const rows = [...keys].map(([path, { key, checksum }]) => JSON.stringify([path, key, checksum]));
  writeFileSync(`${file}.new`, `[${rows.join(",\n")}]\n`);
  renameSync(`${file}.new`, file);
}
