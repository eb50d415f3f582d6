import { posix } from "node:path";

/**
 * Whether the value of a `…_dir` setting names a folder of the site. What is read becomes part of the site, so a folder
 * elsewhere would publish files that nobody meant to: another folder of posts is another `--source`.
 */
export function isFolderOfSite(folder: string): boolean {
  // A slash in front is no root here, but dropped.
  const names = posix.normalize(folder.replaceAll("\\", "/").replace(/^\/+/, "")).split("/");
  return (
    !hasControls(folder) &&
    names[0] !== ".." &&
    !/^[a-z]:/i.test(names[0]!) &&
    names.every((name) => Buffer.byteLength(name) <= LONGEST_NAME)
  );
}

/** Bytes, on the usual file systems. */
const LONGEST_NAME = 255;

/** Jekyll takes the source for the root of all: `..` at its top leads to itself. */
export function sanitizedFolder(folder: string): string {
  return posix.normalize(`/${folder}`).replace(/^\/+|\/+$/g, "");
}

/** Such as NUL, which no system call takes. */
export function hasControls(path: string): boolean {
  return /[\0-\x1f\x7f]/.test(path);
}
