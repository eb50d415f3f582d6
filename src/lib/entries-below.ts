import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * All entries below a folder, at any depth. A link is an entry and no way: what `readdirSync` with `recursive` takes it for
 * depends on the version of Node, and from 22 on it goes through links to folders, out of the site and round in circles.
 */
export function entriesBelow(folder: string): Dirent[] {
  const entries: Dirent[] = [];
  const folders = [folder];
  // The list grows while it is gone through.
  for (const at of folders) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      entries.push(entry);
      if (entry.isDirectory()) folders.push(join(at, entry.name));
    }
  }
  return entries;
}
