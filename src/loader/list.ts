import { type Dirent, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { entriesBelow } from "../lib/entries-below.js";
import type { Config } from "../model/config.js";

/** A file of the site, not yet read. */
export interface SourceFile {
  /** Relative to the site's source, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Where somebody has just made sure of it. */
  readonly contentHash?: string;
}

/** The site's files by the folder that they are in, each list sorted by path. */
export interface SourceFiles {
  readonly posts: readonly SourceFile[];
  readonly drafts: readonly SourceFile[];
  readonly pages: readonly SourceFile[];
  readonly data: readonly SourceFile[];
  readonly layouts: readonly SourceFile[];
  /** Pictures and other files that lie among the posts. */
  readonly attachments: readonly SourceFile[];
}

const text = /\.(?:md|mkd|mkdn|mkdown|markdown|html?|xhtml|erb)$/i;

/** Lists what is in the folders of the Pumice shape and nothing else, so that a stray file is never published. */
export function listSources({ source, folders }: Config): SourceFiles {
  const inPosts = listFolder(source, folders.posts);
  return {
    posts: inPosts.filter(({ path }) => text.test(path)),
    attachments: inPosts.filter(({ path }) => !text.test(path)),
    drafts: listFolder(source, folders.drafts).filter(({ path }) => text.test(path)),
    pages: listFolder(source, folders.pages).filter(({ path }) => text.test(path)),
    data: listFolder(source, folders.data),
    layouts: listFolder(source, folders.layouts),
  };
}

/** Hidden files and links that lead out of the folder are passed over; the folder itself may be a link. */
export function listFolder(source: string, folder: string): readonly SourceFile[] {
  const root = join(source, folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const entries = entriesBelow(root);
  const files = entries.flatMap((entry) => {
    // Not `join` and `relative`: both are normal already, and there may be tens of thousands.
    const absolutePath = `${entry.parentPath}${sep}${entry.name}`;
    const below = absolutePath.slice(root.length + 1).replaceAll(sep, "/");
    if (/(?:^|\/)[.#~]|~$/.test(below) || !isFileWithin(entry, absolutePath, root)) return [];
    const stats = statSync(absolutePath, { throwIfNoEntry: false });
    return stats ? [{ path: `${folder}/${below}`, absolutePath, size: stats.size, modified: stats.mtimeMs }] : [];
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isFileWithin(entry: Dirent, absolutePath: string, root: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(absolutePath).isFile() && realpathSync(absolutePath).startsWith(realpathSync(root) + sep);
  } catch {
    return false;
  }
}
