import type { LinkIndex } from "../model/link-index.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { archive } from "./archive.js";
import { home } from "./home.js";
import { notFound } from "./not-found.js";
import type { PageKind } from "./page-kind.js";
import { post } from "./post.js";
import { redirects } from "./redirects.js";
import { standalone } from "./standalone.js";
import { taxonomies } from "./taxonomies.js";

/** Every sort of page. Where two pages want one address, the earlier sort has it. */
export const pageKinds: readonly PageKind[] = [post, standalone, home, archive, taxonomies, notFound, redirects];

export function createPages(site: Site, links: LinkIndex): readonly Page[] {
  return pageKinds.flatMap((kind) => [...kind(site, links)]);
}
