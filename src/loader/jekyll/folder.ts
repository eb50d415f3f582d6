import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EntryFilter } from "./entry-filter.js";

/** Entries of a folder by name; links count as what they lead to, and one that leads nowhere is left out. */
export function entriesOf(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  return listed(folder)
    .flatMap((entry) => {
      const isFolder = entry.isSymbolicLink() ? isFolderLink(join(folder, entry.name)) : entry.isDirectory();
      return isFolder === undefined ? [] : [{ name: entry.name, isFolder }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Files below a folder, relative to it, that the filter lets through; folders are asked for by their path, too. */
export function filesBelow(folder: string, base: string, filter: EntryFilter, hidden = false, inside = ""): string[] {
  return entriesOf(join(folder, inside)).flatMap(({ name, isFolder }) => {
    const path = inside === "" ? name : `${inside}/${name}`;
    if (isFolder) return !hidden && name.startsWith(".") ? [] : filesBelow(folder, base, filter, hidden, path);
    return filter(base, path, false) ? [path] : [];
  });
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}

function isFolderLink(path: string): boolean | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory();
}
