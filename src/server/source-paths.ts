import { relative } from "node:path";
import type { Config } from "../model/config.js";

/**
 * Whether a path relative to the source, or something below it, can be a source of the site. `configFiles` are those that were
 * named on the command line.
 */
export function isSourceOf(
  path: string,
  { source, destination, folders, pipeline }: Config,
  configFiles: readonly string[] = [],
): boolean {
  if (!isSourceBesides(path, relative(source, destination).replaceAll("\\", "/"))) return false;
  if (/^(?:_config\.ya?ml|pumice\.config\.[cm]?[jt]s)$/.test(path) || configFiles.some((file) => file.endsWith(path)))
    return true;
  const ownCode = pipeline.ownCode?.files.map((file) => relative(source, file).replaceAll("\\", "/")) ?? [];
  if (ownCode.some((file) => isUnder(file, path))) return true;
  return Object.values(folders).some((folder) => isUnder(path, folder) || isUnder(folder, path));
}

/** The same where any folder may hold sources: all but the output, hidden files, packages and what editors leave behind. */
export function isSourceBesides(path: string, output: string): boolean {
  if (/(?:^|\/)(?:[.#~][^/]*|node_modules|[^/]*~|[^/]*\.sw[px])(?:\/|$)/.test(path)) return false;
  return !isUnder(path, output);
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
