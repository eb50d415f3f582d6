import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { paginate } from "./paginate.js";
import { redirect } from "./redirects.js";

/** Adds what the plugins that are switched on make: pages of lists, redirects. */
export function runGenerators(site: JekyllSite, dropOf: (text: JekyllText) => unknown): void {
  paginate(site, dropOf);
  redirect(site);
}
