import type { JekyllSite } from "../../model/jekyll/site.js";

/** Adds what the plugins that are switched on make: pages of lists, redirects, archives. */
export function runGenerators(_site: JekyllSite): void {}
