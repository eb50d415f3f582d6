import { relative } from "node:path";
import type { Config } from "../model/config.js";

/**
 * Whether a path relative to the source, or something below it, can be a source of the site. `configFiles` are those that were
 * named on the command line.
 */
export function isSourceOf(
  path: string,
  { source, destination, folders }: Config,
  configFiles: readonly string[] = [],
): boolean {
  if (/(?:^|\/)(?:[.#~][^/]*|node_modules|[^/]*~|[^/]*\.sw[px])(?:\/|$)/.test(path)) return false;
  const output = relative(source, destination).replaceAll("\\", "/");
  if (isUnder(path, output)) return false;
  if (/^_config\.ya?ml$/.test(path) || configFiles.some((file) => file.endsWith(path))) return true;
  return Object.values(folders).some((folder) => isUnder(path, folder) || isUnder(folder, path));
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
