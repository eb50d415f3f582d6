import type { Liquid } from "liquidjs";
import { declarePure } from "../direct/pure-filters.js";
import type { SiteGlobals } from "../globals.js";
import { dateFilters } from "./date.js";
import type { FilterHandler } from "./filter.js";
import { htmlFilters, stripToText } from "./html.js";
import { interfaceFilters } from "./interface.js";
import { urlFilters } from "./url.js";

export interface FilterOptions {
  readonly autoescape: boolean;
  /** Markdown to HTML, for `markdownify`. */
  readonly markdown?: (text: string) => string;
  /** The site's own; they stand for ours of the same name. */
  readonly filters?: Readonly<Record<string, FilterHandler>>;
}

/** Makes Pumice's filters known to LiquidJS, one family per file. */
export function registerFilters(liquid: Liquid, globals: SiteGlobals, options: FilterOptions): void {
  const pure = [urlFilters(globals), interfaceFilters(globals.site.lang)];
  for (const family of pure) declarePure(Object.values(family));
  const families = [
    ...pure,
    htmlFilters(options.markdown),
    dateFilters(globals.site.timezone, globals.site.lang),
    // Without escaping, the references in the HTML must stay what they are, as in Jekyll.
    ...(options.autoescape ? [{ strip_html: stripToText }] : []),
    options.filters ?? {},
  ];
  for (const family of families) {
    for (const [name, handler] of Object.entries(family)) liquid.registerFilter(name, handler);
  }
}
