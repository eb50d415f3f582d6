import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { archive } from "./archives.js";
import { paginate } from "./paginate.js";
import { paginateV2 } from "./paginate-v2.js";
import { redirect } from "./redirects.js";
import { linkFiles } from "./relative-links.js";
import { takeTitles } from "./titles.js";

/** Lets the plugins that are switched on do their work on the site as it was read: titles, links, further pages. */
export function runGenerators(
  site: JekyllSite,
  dropOf: (text: JekyllText) => unknown,
  markdown: (text: string) => string,
): void {
  takeTitles(site, markdown);
  linkFiles(site);
  archive(site, dropOf);
  redirect(site);
  paginate(site, dropOf);
  paginateV2(site, dropOf);
}
