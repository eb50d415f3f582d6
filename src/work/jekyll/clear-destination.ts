import * as fs from "node:fs";
import { basename, join, relative } from "node:path";
import { entriesBelow } from "../../lib/entries-below.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { removeEmptyFolder, removeOwnFiles } from "../../writer/prune.js";

/**
 * Removes what no build of Pumice wrote from the destination, as Jekyll does, so that pages of an earlier Jekyll are gone with
 * their posts. Only of a folder that has Jekyll's own name for it: elsewhere foreign files may be somebody's. What `keep_files`
 * names stays, and as in Jekyll what begins with such a name. `own` are the paths of the site's files, those of the last build
 * among them, which publishing removes.
 */
export function clearDestination({ destination, keepFiles }: JekyllConfig, own: ReadonlySet<string>): void {
  if (basename(destination) !== "_site" || !fs.existsSync(destination)) return;
  const isKept = (path: string): boolean => keepFiles.some((kept) => path.startsWith(kept));
  const pathOf = (entry: fs.Dirent): string =>
    relative(destination, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
  const entries = entriesBelow(destination);
  const files = entries.filter((entry) => !entry.isDirectory()).map(pathOf);
  removeOwnFiles(
    destination,
    files.filter((path) => !own.has(path) && !isKept(path)),
    fs,
  );
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  for (const folder of folders.filter((path) => !isKept(path)).reverse())
    removeEmptyFolder(join(destination, folder), fs);
}
