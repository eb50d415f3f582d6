import type { Config } from "../model/config.js";
import { languageOf } from "../model/language.js";
import type { LinkIndex } from "../model/link-index.js";
import type { Page } from "../model/page.js";
import { attachmentOf } from "../model/picture.js";
import type { LocalUrl, Post } from "../model/post.js";
import { relatedPosts } from "../model/related.js";
import { encodePath } from "../model/segment.js";
import type { Site } from "../model/site.js";
import { brief, seriesOf, translationsOf } from "./kin.js";
import type { PageKind } from "./page-kind.js";
import { picturesIn } from "./pictures.js";

export const post: PageKind = (site, links) => site.posts.map((_, index) => postPageAt(index, site, links));

/** The page of the post at a place in `site.posts`, which must be there. */
export function postPageAt(index: number, site: Site, links: LinkIndex): Page {
  return new PostPage(index, site, links);
}

/**
 * What is in its body and its data is made whenever somebody asks: of most posts nobody does, and the pages of a large site
 * take little memory until they are rendered. A copy by `...` is without them. (An object with getters of its own would have
 * both, but each such object has a shape of its own for V8, of a kilobyte.)
 */
class PostPage implements Page {
  readonly #index: number;
  readonly #site: Site;
  readonly #links: LinkIndex;
  readonly kind = "post";
  readonly permalink: string;
  readonly output: string;
  readonly title: string;
  readonly layout: string;
  readonly lang: string;
  readonly source: string;
  readonly noindex: boolean;
  readonly lastModified: number;

  constructor(index: number, site: Site, links: LinkIndex) {
    const { post, permalink, output } = site.posts[index]!;
    this.#index = index;
    this.#site = site;
    this.#links = links;
    this.permalink = permalink;
    this.output = output;
    this.title = post.title;
    this.layout = layoutOf(post, site);
    this.lang = languageOf(post, site.config);
    this.source = post.path;
    this.noindex = post.frontMatter.noindex || post.frontMatter.hidden;
    this.lastModified = post.updated ?? post.date;
  }

  get body(): Page["body"] {
    const { post } = this.#site.posts[this.#index]!;
    const urls = post.urls.map((local) => finalUrl(local, post, this.#site, this.#links));
    return { type: "post", post, urls, ...picturesIn(post, this.#site) };
  }

  get data(): Page["data"] {
    return dataOf(this.#index, this.#site);
  }
}

function dataOf(index: number, site: Site): Page["data"] {
  const sitePost = site.posts[index]!;
  const newer = site.posts[index - 1];
  const older = site.posts[index + 1];
  const { post, link } = sitePost;
  const card = site.cards?.get(post.path);
  return {
    date: link.date,
    cover: link.cover,
    ...(card ? { social_card: `/${encodePath(card.output)}` } : {}),
    updated: link.updated,
    tags: link.tags,
    categories: link.categories,
    canonical: post.frontMatter.canonical ?? canonicalSource(post, site.config),
    series: seriesOf(sitePost, site),
    translations: translationsOf(sitePost, site),
    previous: older && brief(older.link),
    next: newer && brief(newer.link),
    related: relatedPosts(index, site).map((other) => brief(other.link)),
  };
}

/** The place of first publication, unless that was an address of this very site. */
function canonicalSource({ source }: Post, { canonicalToSource, pipeline }: Config): string | undefined {
  if (!canonicalToSource || source === undefined || !URL.canParse(source)) return undefined;
  return pipeline.ownHosts.includes(new URL(source).host.toLowerCase()) ? undefined : source;
}

/** Imported posts name layouts of the theme that they had: only the site's own ones are meant for them here. */
function layoutOf({ frontMatter: { layout } }: Post, site: Site): string {
  return layout !== undefined && site.layouts.has(layout) ? layout : "post";
}

/** Where a local URL of a body leads on the finished site: a site path with the base path, or the URL as it was. */
function finalUrl({ url, use }: LocalUrl, post: Post, site: Site, links: LinkIndex): string {
  const { baseurl } = site.config;
  const found = use === "link" ? links.find(url, post.path) : undefined;
  if (found !== undefined) return baseurl + found;
  if (url.startsWith("pumice-post:")) return "";
  const attachment = attachmentOf(url, post, site.attachments);
  if (attachment !== undefined) return `${baseurl}/${encodePath(attachment)}`;
  const isSitePath = /^\/(?![/\\])/.test(url);
  return isSitePath && !url.startsWith(`${baseurl}/`) ? baseurl + url : url;
}
