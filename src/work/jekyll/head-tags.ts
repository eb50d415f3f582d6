import type { World } from "../../layout/jekyll/world.js";
import type { JekyllSite } from "../../model/jekyll/site.js";

/** The tags of the plugins that are switched on. */
export function headTags(_site: JekyllSite): World["head"] {
  return {};
}
