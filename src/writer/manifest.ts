import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build left in its destination, by path relative to it. */
export interface Manifest {
  readonly version: 1;
  /** Relative to the site's source; unknown where there is no manifest. */
  readonly destination?: string;
  readonly files: ReadonlyMap<string, FileMark>;
}

/** How a file of ours is known again without reading it: size in bytes and time of its last change in milliseconds. */
export interface FileMark {
  readonly size: number;
  readonly modified: number;
}

const empty: Manifest = { version: 1, files: new Map() };

/** The manifest at a path; an empty one when there is none that can be read. */
export function readManifest(path: string): Manifest {
  try {
    return parseManifest(readFileSync(path, "utf8"));
  } catch {
    return empty;
  }
}

export function printManifest(destination: string, files: ReadonlyMap<string, FileMark>): string {
  const rows = Array.from(files, ([path, { size, modified }]) => [path, size, modified] as const);
  return `${JSON.stringify({ version: 1, destination, files: rows } satisfies ManifestFile)}\n`;
}

/** The files of ours that are missing or were changed by someone else since: they must be written again. */
export function findAltered(destination: string, manifest: Manifest): ReadonlySet<string> {
  const altered = new Set<string>();
  for (const [path, mark] of manifest.files) {
    const stats = statSync(join(destination, path), { throwIfNoEntry: false });
    if (stats?.size !== mark.size || stats.mtimeMs !== mark.modified) altered.add(path);
  }
  return altered;
}

interface ManifestFile {
  readonly version: number;
  readonly destination: string;
  readonly files: readonly (readonly [string, number, number])[];
}

function parseManifest(text: string): Manifest {
  const { version, destination, files } = JSON.parse(text) as ManifestFile;
  if (version !== 1) return empty;
  // Whoever removes files by this list checks that their paths lead nowhere else.
  const named = files.filter(([path]) => typeof path === "string");
  return { version, destination, files: new Map(named.map(([path, size, modified]) => [path, { size, modified }])) };
}
