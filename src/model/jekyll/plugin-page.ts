import type { Hash } from "../../lib/ruby/hash.js";
import type { JekyllSite } from "./site.js";
import { JekyllText } from "./text.js";

/** A page that has no file in the source: a feed, a sitemap. */
export interface PluginPage {
  /** Below the source, and its address. */
  readonly path: string;
  /** As `page.name` has it, where that is not the path. */
  readonly name?: string;
  readonly data: Hash;
  /** Called when the page is rendered: then all that it tells of is known. */
  readonly contents: () => string;
}

/** Puts a plugin's page among those of the site, which pages that are rendered later see. */
export function addPluginPage(site: JekyllSite, { path, name = path, data, contents }: PluginPage): void {
  const text = new JekyllText(
    {
      path: `plugin ${path}`,
      relativePath: path,
      name,
      data: { ...site.defaults(path, "pages"), layout: null, ...data },
      content: "",
      contentLine: 1,
      url: `/${path}`,
    },
    site.config,
  );
  text.replacement = contents;
  site.pages.push(text);
}
