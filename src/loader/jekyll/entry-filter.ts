import { join } from "node:path";
import { leadsOut } from "../../lib/file-system.js";
import { fnmatch } from "../../lib/ruby/fnmatch.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";

/** Whether an entry of a folder belongs to the site. `folder` is the path below the source that `entry` is relative to. */
export type EntryFilter = (folder: string, entry: string, isFolder: boolean) => boolean;

/** Jekyll's rule: what is included is; else nothing that is excluded, hidden, special or a backup. */
export function createEntryFilter(config: JekyllConfig): EntryFilter {
  return (folder, entry, isFolder) => {
    const path = [folder, entry].filter((part) => part !== "").join("/");
    const name = entry.slice(entry.lastIndexOf("/") + 1);
    if (entry.endsWith(".")) return false;
    const included = matchesAny(config.include, entry, isFolder) || matchesAny(config.include, name, isFolder);
    if (!included && matchesAny(config.exclude, path, isFolder)) return false;
    if (config.safe && leadsOut(join(config.source, path), config.source)) return false;
    return included || !(/^[._#~]/.test(entry) || /^[._#~]/.test(name) || entry.endsWith("~"));
  };
}

function matchesAny(patterns: readonly string[], path: string, isFolder: boolean): boolean {
  return patterns.some((written) => {
    const pattern = written.replace(/^\//, "");
    return fnmatch(pattern, path) || path.startsWith(pattern) || (isFolder && pattern === `${path}/`);
  });
}
