import { join } from "node:path";
import { type FileSystem, foldersOf, lookAt } from "../lib/file-system.js";
import { isOutputPath } from "./output-path.js";

/**
 * Removes files of ours from the destination, and the folders that this leaves empty. What is gone already, became a
 * folder, or lies behind a link is not ours any more and stays.
 */
export function removeOwnFiles(destination: string, paths: Iterable<string>, fs: FileSystem): void {
  const emptied = new Set<string>();
  const isFolderOrGone = createFolderTest(destination, fs);
  for (const path of paths) {
    if (!isOutputPath(path) || !foldersOf(path).every(isFolderOrGone)) continue;
    removeFile(join(destination, path), fs);
    // Also when the file was gone: the process may have been ended between the two.
    for (const folder of foldersOf(path)) emptied.add(folder);
  }
  for (const folder of deepestFirst(emptied)) removeEmptyFolder(join(destination, folder), fs);
}

function createFolderTest(destination: string, fs: FileSystem): (folder: string) => boolean {
  const answers = new Map<string, boolean>();
  return (folder) => {
    const known = answers.get(folder);
    if (known !== undefined) return known;
    const answer = lookAt(join(destination, folder), fs)?.isDirectory() !== false;
    answers.set(folder, answer);
    return answer;
  };
}

function removeFile(path: string, fs: FileSystem): void {
  const stats = lookAt(path, fs);
  if (stats && !stats.isDirectory()) fs.unlinkSync(path);
}

/** Does nothing where it is gone or holds something. */
export function removeEmptyFolder(path: string, fs: FileSystem): void {
  try {
    fs.rmdirSync(path);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

const deepestFirst = (folders: Iterable<string>) => [...folders].sort((a, b) => b.length - a.length);
