import { lstatSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadJekyllConfig } from "../../config/jekyll.js";
import type { BuildOptions } from "../../model/build.js";
import { shapeOf } from "../shape-of.js";

/**
 * Removes what Jekyll and builds of a site of its shape keep beside the pages, as `jekyll clean` does, and returns the names of
 * what is gone. Of the cache folder only what Jekyll puts into it: `cache_dir` may name any folder.
 */
export function removeJekyllCaches(options: BuildOptions): readonly string[] {
  if (shapeOf(options) !== "jekyll") return [];
  const { source, folders } = loadJekyllConfig(options);
  const cache = join(source, folders.cache);
  const isCache = isThere(join(cache, "Jekyll/Cache")) && !lstatSync(cache).isSymbolicLink();
  if (isCache) {
    for (const name of ["Jekyll", ".gitignore"]) rmSync(join(cache, name), { recursive: true, force: true });
    removeIfEmpty(cache);
  }
  const others = [".jekyll-metadata", ".sass-cache"].filter((name) => isThere(join(source, name)));
  for (const name of others) rmSync(join(source, name), { recursive: true, force: true });
  return isCache ? [folders.cache, ...others] : others;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Foreign files are in it.
  }
}
