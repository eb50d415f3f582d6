import type { LinkIndex } from "../model/link-index.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";

/** One sort of page: what it makes of the site, as data. Rendering and writing are others' work. */
export type PageKind = (site: Site, links: LinkIndex) => Iterable<Page>;
