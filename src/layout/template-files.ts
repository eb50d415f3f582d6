import { type Dirent, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { entriesBelow } from "../lib/entries-below.js";

/** A layout or an include as it lies on the disk. */
export interface TemplateFile {
  /** Relative to its folder, with `/`: `cards/post.html`. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
}

/**
 * All files of the folders by name; of two with the same name the earlier folder's counts. Since nothing else is ever
 * looked up by a path, a template cannot reach outside of its folder: not by `../`, nor by a symbolic link that leads out.
 */
export function readTemplateFiles(folders: readonly string[]): ReadonlyMap<string, TemplateFile> {
  const files = new Map<string, TemplateFile>();
  for (const folder of folders) {
    for (const path of filesWithin(folder)) {
      const name = relative(folder, path).split(sep).join("/");
      if (!files.has(name)) files.set(name, { name, path, text: readText(path) });
    }
  }
  return files;
}

function filesWithin(folder: string): readonly string[] {
  const entries = listFolder(folder);
  if (entries.length === 0) return [];
  const root = realpathSync(folder) + sep;
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isFileUnder(root, path))
    .sort();
}

function listFolder(folder: string): readonly Dirent[] {
  try {
    return entriesBelow(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function isFileUnder(root: string, path: string): boolean {
  try {
    const real = realpathSync(path);
    return real.startsWith(root) && statSync(real).isFile();
  } catch {
    // A link that leads nowhere.
    return false;
  }
}

function readText(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
}
