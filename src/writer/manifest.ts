import { readFileSync } from "node:fs";

/** What a build left in its destination, by path relative to it. */
export interface Manifest {
  readonly version: 1;
  /** Relative to the site's source; unknown where there is no manifest. */
  readonly destination?: string;
  readonly files: ReadonlyMap<string, FileMark>;
}

/** How a file of ours is known again: without reading it by size in bytes and time of its last change in milliseconds. */
export interface FileMark {
  readonly size: number;
  readonly modified: number;
  /** CRC-32 of its bytes; missing for large copies, which nobody reads for that. */
  readonly checksum?: number;
}

const empty: Manifest = { version: 1, files: new Map() };

/** What was read last: a build asks several times, and the manifest of a large site takes a while to parse. */
let latest: { readonly text: string; readonly manifest: Manifest } | undefined;

/** The manifest at a path; an empty one when there is none that can be read. */
export function readManifest(path: string): Manifest {
  try {
    const text = readFileSync(path, "utf8");
    if (latest?.text !== text) latest = { text, manifest: parseManifest(text) };
    return latest.manifest;
  } catch {
    return empty;
  }
}

/** The files of a site and their bytes, by the manifest at a path. */
export function sizeOfSite(path: string): { readonly files: number; readonly bytes: number } {
  const { files } = readManifest(path);
  let bytes = 0;
  for (const { size } of files.values()) bytes += size;
  return { files: files.size, bytes };
}

export function printManifest(destination: string, files: ReadonlyMap<string, FileMark>): string {
  const rows = Array.from(files, ([path, mark]): Row => [path, mark.size, mark.modified, mark.checksum ?? null]);
  return `${JSON.stringify({ version: 1, destination, files: rows } satisfies ManifestFile)}\n`;
}

type Row = readonly [path: string, size: number, modified: number, checksum?: number | null];

interface ManifestFile {
  readonly version: number;
  readonly destination: string;
  readonly files: readonly Row[];
}

function parseManifest(text: string): Manifest {
  const { version, destination, files } = JSON.parse(text) as ManifestFile;
  if (version !== 1) return empty;
  // Whoever removes files by this list checks that their paths lead nowhere else.
  const named = files.filter(([path]) => typeof path === "string");
  return { version, destination, files: new Map(named.map(readRow)) };
}

function readRow([path, size, modified, checksum]: Row): readonly [string, FileMark] {
  return [path, typeof checksum === "number" ? { size, modified, checksum } : { size, modified }];
}
