import { realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Files that tell the host what to do, and are no pages. */
const instructions = new Set(["_headers", "_redirects"]);

/**
 * The file of a published folder with that path (decoded, relative, `/`), as an absolute path. None that is hidden, except
 * below `.well-known`, and none that a link leads to outside of the folder.
 */
export function hostFile(folder: string, path: string): string | undefined {
  if (instructions.has(path) || /(?:^|\/)(?!\.well-known\/)\./.test(path)) return undefined;
  try {
    const file = realpathSync(join(folder, path));
    return file.startsWith(realpathSync(folder) + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    // It is not there, its name is too long, or something on the way is no folder.
    return undefined;
  }
}
