import { defaultConfig } from "../config/defaults.js";
import { loadJekyllConfig } from "../config/jekyll.js";
import { loadConfig } from "../config/load.js";
import type { BuildOptions } from "../model/build.js";
import type { Config } from "../model/config.js";
import type { JekyllConfig } from "../model/jekyll/config.js";
import { shapeOf } from "./shape-of.js";

/** Where a site of either shape lies, and its folders: enough to write into it, to serve and to report on it. */
export function configOf(options: BuildOptions): Config {
  return shapeOf(options) === "jekyll" ? configOfJekyll(loadJekyllConfig(options)) : loadConfig(options).config;
}

export function configOfJekyll({ source, destination, url, baseurl, timezone, folders }: JekyllConfig): Config {
  const usual = defaultConfig();
  const within = (folder: string) => (folders.collections === "" ? folder : `${folders.collections}/${folder}`);
  const { layouts, includes, data } = folders;
  return {
    ...usual,
    source,
    destination,
    url,
    baseurl: baseurl.replace(/\/$/, ""),
    timezone,
    folders: {
      ...usual.folders,
      layouts,
      includes,
      data,
      posts: within("_posts"),
      drafts: within("_drafts"),
      pages: "",
      assets: "",
    },
  };
}
