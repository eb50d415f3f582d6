import type { Page } from "../model/page.js";
import { paginate } from "../model/pagination.js";
import { outputOf } from "../model/permalink.js";
import type { SitePost } from "../model/site.js";
import type { PageKind } from "./page-kind.js";

/** The latest posts, pinned ones first, over as many pages as they need. */
export const home: PageKind = (site) => {
  const { config } = site;
  const posts = pinnedFirst(site.posts.filter(({ post }) => !post.frontMatter.hidden));
  const urlOf = (page: number): string => (page === 1 ? "/" : config.paginatePath.replace(":num", String(page)));
  return paginate(posts, config.paginate, urlOf).map(
    ({ elements, pager, url }): Page => ({
      kind: "home",
      permalink: url,
      output: outputOf(url),
      title: config.title,
      layout: "home",
      lang: config.lang,
      body: { type: "none" },
      data: { description: config.description },
      list: { posts: elements.map(({ link }) => link), pager },
      noindex: pager.page > 1,
      lastModified: site.lastModified,
    }),
  );
};

function pinnedFirst(posts: readonly SitePost[]): readonly SitePost[] {
  const pinned = posts.filter(({ post }) => post.frontMatter.pin > 0);
  if (pinned.length === 0) return posts;
  pinned.sort((a, b) => b.post.frontMatter.pin - a.post.frontMatter.pin);
  return [...pinned, ...posts.filter(({ post }) => post.frontMatter.pin === 0)];
}
