import type { Config } from "./config.js";
import { coverOf } from "./cover.js";
import { permalinkOf } from "./permalink.js";
import type { Post } from "./post.js";
import { linkTo, type Site, type SitePost } from "./site.js";

/**
 * The site with new states of some of its posts (old → new): what `createSite` would give, in a hundredth of its time. Only
 * where each of them keeps its place in the order, its address and its terms; else undefined, and the site is to be made anew.
 */
export function replacePosts(site: Site, replaced: ReadonlyMap<Post, Post>): Site | undefined {
  for (const [before, after] of replaced) if (!hasSamePlace(before, after, site.config)) return undefined;
  const changed = new Map<SitePost, SitePost>();
  const posts = site.posts.map((sitePost) => {
    const post = replaced.get(sitePost.post);
    if (!post) return sitePost;
    const { tags, categories } = sitePost.link;
    const cover = coverOf(post, site);
    const link = linkTo(post, sitePost.permalink, site.config, { tags, categories }, cover);
    const next = { ...sitePost, post, link };
    changed.set(sitePost, next);
    return next;
  });
  if (changed.size !== replaced.size) return undefined;
  const addresses = new Set(
    [...changed.keys()].flatMap(({ link }) => [...link.tags, ...link.categories]).map(({ url }) => url),
  );
  const taxonomies = site.taxonomies.map((taxonomy) => ({
    ...taxonomy,
    terms: taxonomy.terms.map((term) =>
      addresses.has(term.permalink) ? { ...term, posts: term.posts.map((post) => changed.get(post) ?? post) } : term,
    ),
  }));
  return { ...site, posts, taxonomies };
}

function hasSamePlace(before: Post, after: Post, config: Config): boolean {
  return fieldsOfPlace(before, config) === fieldsOfPlace(after, config);
}

function fieldsOfPlace(post: Post, config: Config): string {
  const { path, date, lang, frontMatter } = post;
  return JSON.stringify([path, date, lang, frontMatter.tags, frontMatter.categories, permalinkOf(post, config)]);
}
