import type { LoadedSite } from "../model/build.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";
import type { PostRow, RedirectRow, SiteLists, TagRow, UrlRow } from "../model/site-lists.js";

/** The lists of a site of Pumice's shape. */
export function listsOf(loaded: LoadedSite): SiteLists {
  return {
    source: loaded.site.config.source,
    messages: loaded.messages,
    posts: loaded.site.posts.map(postRow),
    tags: tagRows(loaded),
    redirects: redirectRows(loaded),
    urls: urlRows(loaded),
  };
}

function postRow({ post, output, permalink, link }: SitePost): PostRow {
  return {
    source: post.path,
    output,
    permalink,
    title: post.title,
    date: link.date,
    updated: link.updated ?? null,
    tags: post.frontMatter.tags,
    categories: post.frontMatter.categories,
    draft: post.frontMatter.status === "draft",
  };
}

function tagRows({ site }: LoadedSite): readonly TagRow[] {
  const tags = site.taxonomies.find(({ name }) => name === "tags");
  return (tags?.terms ?? []).map(({ name, permalink, posts }) => ({ name, permalink, posts: posts.length }));
}

function redirectRows({ pages }: LoadedSite): readonly RedirectRow[] {
  return pages.filter(isRedirect).map(({ permalink, data }) => ({ from: permalink, to: data.target }));
}

function urlRows({ site, pages }: LoadedSite): readonly UrlRow[] {
  const { url, baseurl } = site.config;
  return pages
    .filter((page) => !isRedirect(page))
    .map(({ kind, permalink, output }) => ({ url: url + baseurl + permalink, permalink, output, kind }));
}

const isRedirect = ({ kind }: Page) => kind === "redirect";
