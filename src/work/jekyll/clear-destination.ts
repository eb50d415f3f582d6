import * as fs from "node:fs";
import { basename, join, relative } from "node:path";
import { entriesBelow } from "../../lib/entries-below.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { removeOwnFiles } from "../../writer/prune.js";

/**
 * Removes what no build of Pumice wrote from the destination, as Jekyll does, so that pages of an earlier Jekyll are gone with
 * their posts. Only of a folder that has Jekyll's own name for it: elsewhere foreign files may be somebody's. What `keep_files`
 * names stays. `own` are the paths of the site's files, those of the last build among them, which publishing removes.
 */
export function clearDestination({ destination, keepFiles }: JekyllConfig, own: ReadonlySet<string>): void {
  if (basename(destination) !== "_site" || !fs.existsSync(destination)) return;
  const isKept = (path: string): boolean => keepFiles.some((kept) => path === kept || path.startsWith(`${kept}/`));
  const foreign = entriesBelow(destination)
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(destination, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !own.has(path) && !isKept(path));
  removeOwnFiles(destination, foreign, fs);
}
