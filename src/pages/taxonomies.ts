import type { Page } from "../model/page.js";
import { paginate } from "../model/pagination.js";
import { outputOf } from "../model/permalink.js";
import type { Site } from "../model/site.js";
import type { Taxonomy, Term } from "../model/taxonomy.js";
import type { PageKind } from "./page-kind.js";

/** For tags and for categories: an overview of the terms, and for each term the pages that list its posts. */
export const taxonomies: PageKind = function* (site) {
  for (const taxonomy of site.taxonomies) {
    yield overview(taxonomy, site);
    for (const term of taxonomy.terms) yield* termPages(term, taxonomy, site);
  }
};

function overview(taxonomy: Taxonomy, site: Site): Page {
  return {
    kind: "taxonomy",
    permalink: taxonomy.permalink,
    output: outputOf(taxonomy.permalink),
    title: "",
    layout: "taxonomy",
    lang: site.config.lang,
    body: { type: "none" },
    data: {
      taxonomy: taxonomy.name,
      terms: taxonomy.terms.map(({ name, permalink, posts }) => ({ name, url: permalink, count: posts.length })),
    },
    noindex: false,
    lastModified: site.lastModified,
  };
}

function termPages(term: Term, taxonomy: Taxonomy, site: Site): Page[] {
  const posts = term.posts.filter(({ post }) => !post.frontMatter.hidden);
  const urlOf = (page: number): string => (page === 1 ? term.permalink : `${term.permalink}page/${page}/`);
  return paginate(posts, site.config.paginate, urlOf).map(({ elements, pager, url }) => ({
    kind: "term",
    permalink: url,
    output: outputOf(url),
    title: term.name,
    layout: "term",
    lang: site.config.lang,
    body: { type: "none" },
    data: {
      taxonomy: taxonomy.name,
      taxonomy_url: taxonomy.permalink,
      ...(site.config.feedsOf.includes(taxonomy.name) ? { feed: term.permalink } : {}),
    },
    list: { posts: elements.map(({ link }) => link), pager },
    noindex: pager.page > 1,
    ...(posts[0] ? { lastModified: posts[0].post.date } : {}),
  }));
}
