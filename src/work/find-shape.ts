import type { Hash } from "../lib/ruby/hash.js";
import { entriesOf } from "../loader/jekyll/folder.js";

export type Shape = "pumice" | "jekyll";

const jekyllFolders = ["_posts", "_layouts", "_drafts", "_includes", "_data", "_sass", "_plugins"];
const pumiceFolders = ["posts", "drafts", "pages", "layouts", "includes"];
/** Folders by which a site is known as one of Jekyll's or ours. */
export const tellingFolders: readonly string[] = [...jekyllFolders, ...pumiceFolders];

/** What only a site of ours has beside folders. */
const ownFiles = ["package.json", "pumice.config.js", "pumice.config.mjs", "pumice.config.ts"];

/** Keys that mean something to us alone: whoever begins a site may have written nothing else yet. */
const ownKeys = [
  "posts_dir",
  "drafts_dir",
  "pages_dir",
  "assets_dir",
  "external_links",
  "images",
  "cards",
  "comments",
  "menu",
  "canonical_to_source",
  "redirect_sources",
  "content_security_policy",
  "own_hosts",
  "no_categories",
];

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
 * a folder with anything else in it is a Jekyll site, as that has always been the simplest one. Undefined where there is
 * nothing yet but perhaps a configuration that would do for both.
 */
export function findShape(source: string, config: Hash): Shape | undefined {
  if (config.shape === "jekyll" || config.shape === "pumice") return config.shape;
  const entries = entriesOf(source);
  const folders = new Set(entries.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  if (jekyllFolders.some((name) => folders.has(name))) return "jekyll";
  if (pumiceFolders.some((name) => folders.has(name))) return "pumice";
  if (jekyllKeys.some((key) => key in config)) return "jekyll";
  if (config.source !== undefined) return "jekyll";
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("Gemfile")) return "jekyll";
  if (ownFiles.some((name) => names.has(name))) return "pumice";
  const isOfSite = (name: string): boolean => !/^[._]/.test(name) || name === ".htaccess";
  if ([...names].some(isOfSite)) return "jekyll";
  return ownKeys.some((key) => key in config) ? "pumice" : undefined;
}
