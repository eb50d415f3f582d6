import type * as nodeFs from "node:fs";
import { lstatSync, realpathSync, type Stats } from "node:fs";

/** The calls that change what a reader of the site sees: given as a parameter, so that tests can let each of them fail. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "closeSync"
  | "fsyncSync"
  | "lstatSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "readFileSync"
  | "renameSync"
  | "rmdirSync"
  | "unlinkSync"
  | "writeSync"
>;

/** Writes a file that is on the disk, whole, when the function returns, even if the power fails. */
export function writeDurably(fs: FileSystem, path: string, contents: string | Uint8Array): void {
  const temporary = `${path}.new`;
  const descriptor = fs.openSync(temporary, "w");
  try {
    const bytes = typeof contents === "string" ? Buffer.from(contents) : contents;
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(descriptor, bytes, done);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(temporary, path);
}

/** What is at a path, links not followed; nothing also when something on the way to it is not a folder. */
export function lookAt(path: string, fs: Pick<FileSystem, "lstatSync"> = { lstatSync }): Stats | undefined {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Every folder on the way to a relative path, the outermost first: `a/b/c.html` → `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** Whether a path is a symbolic link to somewhere outside of a folder. */
export function leadsOut(path: string, folder: string): boolean {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  try {
    return !`${realpathSync(path)}/`.startsWith(`${realpathSync(folder)}/`);
  } catch {
    return true;
  }
}
