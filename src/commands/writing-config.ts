import { loadConfig } from "../config/load.js";
import type { BuildOptions } from "../model/build.js";
import type { Config } from "../model/config.js";
import { shapeOf } from "../work/shape-of.js";

/** The configuration for commands that write posts: in a site of Jekyll's shape, posts and drafts lie in Jekyll's folders. */
export function loadWritingConfig(options: BuildOptions): Config {
  const { config } = loadConfig(options);
  if (shapeOf(options) === "pumice") return config;
  return { ...config, folders: { ...config.folders, posts: "_posts", drafts: "_drafts" } };
}
