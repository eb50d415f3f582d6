import type { LinkIndex } from "../model/link-index.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { createPages, pageKinds } from "./index.js";
import type { PageKind } from "./page-kind.js";
import { post, postPageAt } from "./post.js";

/**
 * The page of one file of the destination, as `createPages` would make it, without making those of all the posts. `output`
 * is the file's path.
 */
export function findPage(
  site: Site,
  links: LinkIndex,
  output: string,
  own: readonly PageKind[] = [],
): Page | undefined {
  for (const kind of [...own, ...pageKinds]) {
    const found = kind === post ? findPost(site, links, output) : findIn(kind(site, links), output);
    if (found) return found;
  }
  return undefined;
}

function findPost(site: Site, links: LinkIndex, output: string): Page | undefined {
  const index = site.posts.findIndex((sitePost) => sitePost.output === output);
  return index < 0 ? undefined : postPageAt(index, site, links);
}

function findIn(pages: Iterable<Page>, output: string): Page | undefined {
  for (const page of pages) if (page.output === output) return page;
  return undefined;
}

/** The pages that a site would have without its posts: lists, overviews and the owner's own pages, for the menu. */
export function pagesWithoutPosts(site: Site, links: LinkIndex): readonly Page[] {
  const taxonomies = site.taxonomies.map((taxonomy) => ({ ...taxonomy, terms: [] }));
  const taken = new Set(site.posts.map(({ output }) => output));
  const { pages } = createPages({ ...site, posts: [], taxonomies }, links);
  return pages.filter(({ kind, output }) => kind === "standalone" || !taken.has(output));
}
