import { type Dirent, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { entriesBelow } from "../lib/entries-below.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";

/** A folder whose files are copied into the site. */
export interface AssetFolder {
  /** Absolute. */
  readonly folder: string;
  /** Folder of the destination that they go to, without slashes at the ends, or empty. */
  readonly to: string;
}

export interface ListedAssets {
  readonly outputs: readonly Output[];
  readonly messages: readonly Message[];
}

/**
 * Lists the files to be copied, sorted by path. Later folders win over earlier ones (the site over the theme); folders that
 * do not exist are empty. Hidden files stay behind, except `.well-known`; links are followed within their folder only.
 */
export function listAssets(folders: readonly AssetFolder[]): ListedAssets {
  const outputs = new Map<string, Output>();
  const messages: Message[] = [];
  for (const { folder, to } of folders) {
    for (const entry of entriesOf(folder)) {
      const copyFrom = join(entry.parentPath, entry.name);
      const name = relative(folder, copyFrom).replaceAll(sep, "/");
      const path = to === "" ? name : `${to}/${name}`;
      if (isHidden(name)) continue;
      if (entry.isFile() || leadsToFileIn(folder, copyFrom)) outputs.set(path, { path, copyFrom });
      else if (entry.isSymbolicLink()) messages.push(outside(path));
    }
  }
  const sorted = [...outputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { outputs: sorted, messages };
}

function entriesOf(folder: string): readonly Dirent[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  // Does not enter links to folders, which may lead in a circle.
  const entries = entriesBelow(folder);
  return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
}

const isHidden = (path: string) => /(?:^|\/)\.(?!well-known\/)/.test(path);

/** `false` also for a link to a folder or to nowhere. */
function leadsToFileIn(folder: string, link: string): boolean {
  try {
    return statSync(link).isFile() && realpathSync(link).startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}

function outside(path: string): Message {
  return {
    severity: "warning",
    ruleId: "linked-asset",
    reason: `\`${path}\` is a symbolic link to a folder, to nowhere or out of its folder, so it was not copied`,
    note: "Put the files themselves there",
    file: path,
  };
}
