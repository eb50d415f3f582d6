import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every file below a folder with its content, by path with `/`. */
export function readTree(folder: string): Record<string, string> {
  return Object.fromEntries(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** When each file below a folder was last changed, in milliseconds. */
export function timesOf(folder: string): Record<string, number> {
  return Object.fromEntries(filesOf(folder).map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
