import { lstatSync } from "node:fs";
import { listSources, type SourceFile, type SourceFiles } from "../loader/list.js";
import type { Config } from "../model/config.js";
import { GRAIN } from "./grain.js";

/** A site's files by path, kept to find out what changed. */
export type Listing = ReadonlyMap<string, Listed>;

export interface Listed extends SourceFile {
  readonly list: keyof SourceFiles;
}

export function listSite(config: Config): Listing {
  const files = listSources(config);
  const lists = Object.keys(files) as (keyof SourceFiles)[];
  return new Map(lists.flatMap((list) => files[list].map((file) => [file.path, { ...file, list }])));
}

export function sourceFilesOf(listing: Listing): SourceFiles {
  const files = { posts: [], drafts: [], pages: [], data: [], layouts: [], attachments: [] } as Record<
    keyof SourceFiles,
    SourceFile[]
  >;
  for (const file of listing.values()) files[file.list].push(file);
  return files;
}

/** The listing with the sizes and times of some known files read anew; undefined when one is not there any more. */
export function lookAgain(listing: Listing, paths: Iterable<string>): Listing | undefined {
  const next = new Map(listing);
  for (const path of paths) {
    const listed = listing.get(path);
    if (!listed) continue;
    const stats = lstatSync(listed.absolutePath, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (!stats.isSymbolicLink()) next.set(path, { ...listed, size: stats.size, modified: stats.mtimeMs });
  }
  return next;
}

/** Paths that were added, removed or may have changed between two listings. `now` in milliseconds since the epoch. */
export function differences(before: Listing, after: Listing, now: number): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [path, { size, modified }] of after) {
    const known = before.get(path);
    if (known?.size !== size || known.modified !== modified || modified > now - GRAIN) paths.add(path);
  }
  for (const path of before.keys()) if (!after.has(path)) paths.add(path);
  return paths;
}
