import type { Hash } from "../lib/ruby/hash.js";
import { entriesOf } from "../loader/jekyll/folder.js";

export type Shape = "pumice" | "jekyll";

const jekyllFolders = ["_posts", "_layouts", "_drafts", "_includes", "_data", "_sass", "_plugins"];
const pumiceFolders = ["posts", "drafts", "pages", "layouts", "includes"];
/** Folders by which a site is known as one of Jekyll's or ours. */
export const tellingFolders: readonly string[] = [...jekyllFolders, ...pumiceFolders];

const jekyllKeys = [
  "collections",
  "collections_dir",
  "plugins",
  "gems",
  "theme",
  "layouts_dir",
  "markdown",
  "kramdown",
  "defaults",
  "exclude",
  "include",
  "keep_files",
  "liquid",
  "sass",
  "incremental",
];

/**
 * Which shape a site has. `shape:` in the configuration decides; else Jekyll's folders and keys, then Pumice's folders; and
 * a folder with anything else in it is a Jekyll site, as that has always been the simplest one.
 */
export function findShape(source: string, config: Hash): Shape {
  if (config.shape === "jekyll" || config.shape === "pumice") return config.shape;
  const entries = entriesOf(source);
  const folders = new Set(entries.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  if (jekyllFolders.some((name) => folders.has(name))) return "jekyll";
  if (pumiceFolders.some((name) => folders.has(name))) return "pumice";
  if (jekyllKeys.some((key) => key in config)) return "jekyll";
  if (config.source !== undefined || entries.some(({ name }) => name === "Gemfile")) return "jekyll";
  const names = new Set(entries.map(({ name }) => name));
  const isOfSite = (name: string): boolean => !/^[._]/.test(name) || name === ".htaccess";
  return !names.has("package.json") && [...names].some(isOfSite) ? "jekyll" : "pumice";
}
