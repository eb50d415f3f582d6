import { formatIso } from "../lib/dates.js";
import type { Cards } from "./card.js";
import type { Config } from "./config.js";
import { coverOf } from "./cover.js";
import type { Document } from "./document.js";
import type { Message } from "./message.js";
import type { PageCover, PostLink, TermLink } from "./page.js";
import { outputOf } from "./permalink.js";
import type { Pictures } from "./picture.js";
import type { Post } from "./post.js";
import { foldTerm } from "./segment.js";
import { byCodeUnits, createTaxonomy, nameTerms, type Taxonomy, type TermName } from "./taxonomy.js";
import { uniquePermalinks } from "./unique-permalinks.js";

/** The whole site as a model: what the page kinds, emitters and checks read. */
export interface Site {
  readonly config: Config;
  /** Published posts, newest first. */
  readonly posts: readonly SitePost[];
  /** The owner's standalone pages. */
  readonly documents: readonly Document[];
  readonly taxonomies: readonly Taxonomy[];
  /** `data/` as layouts see it: `site.data`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Files that lie among the posts and are published beside them: paths relative to the source. */
  readonly attachments: ReadonlySet<string>;
  /** Pictures among those files and the assets that posts show. */
  readonly pictures: Pictures;
  /** Cards of the posts that have no cover, where the configuration asks for them. */
  readonly cards?: Cards | undefined;
  /** Names of the site's own layouts, without extension. */
  readonly layouts: ReadonlySet<string>;
  /** Newest date of a post, or 0: the site's clock, so that the same posts always give the same bytes. */
  readonly lastModified: number;
  readonly messages: readonly Message[];
}

/** A post in its place among the others. */
export interface SitePost {
  readonly post: Post;
  /** Unique site path without the base path, percent-encoded. */
  readonly permalink: string;
  /** File in the destination, decoded. */
  readonly output: string;
  /** What lists show of it. */
  readonly link: PostLink;
}

export interface SiteInput {
  readonly config: Config;
  /** Posts to publish, in any order. */
  readonly posts: readonly Post[];
  readonly documents: readonly Document[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: ReadonlySet<string>;
  readonly pictures: Pictures;
  readonly cards?: Cards | undefined;
  readonly layouts: ReadonlySet<string>;
}

/** `previous`, a former state of the same site, changes nothing but the time it takes: what is still right is reused. */
export function createSite(
  { config, posts: unsorted, documents, data, attachments, pictures, cards, layouts }: SiteInput,
  previous?: Site,
): Site {
  const known = new Map(previous?.config === config ? previous.posts.map((sitePost) => [sitePost.post, sitePost]) : []);
  const posts = [...unsorted].sort(newestFirst).slice(0, config.limitPosts || undefined);
  const terms = { tags: nameTerms("tags", posts), categories: nameTerms("categories", posts) };
  const links = { tags: linkTerms(terms.tags), categories: linkTerms(terms.categories) };
  const { permalinks, messages } = uniquePermalinks(posts, config);
  const sitePosts = posts.map((post): SitePost => {
    const permalink = permalinks.get(post)!;
    const same = known.get(post);
    const cover = coverOf(post, { config, attachments, pictures });
    if (same?.permalink === permalink && hasSameTerms(same, links) && isSameCover(same.link.cover, cover)) return same;
    return {
      post,
      permalink,
      output: outputOf(permalink),
      link: linkTo(post, permalink, config, termLinks(post, links), cover),
    };
  });
  return {
    config,
    posts: sitePosts,
    documents,
    taxonomies: [
      createTaxonomy("categories", terms.categories, sitePosts),
      createTaxonomy("tags", terms.tags, sitePosts),
    ],
    data,
    attachments,
    pictures,
    cards,
    layouts,
    lastModified: Math.max(0, ...posts.slice(0, 1).map((post) => post.date)),
    messages,
  };
}

function newestFirst(a: Post, b: Post): number {
  return b.date - a.date || byCodeUnits(b.path, a.path);
}

/** By the fold of their names. */
interface LinkedTerms {
  readonly tags: ReadonlyMap<string, TermLink>;
  readonly categories: ReadonlyMap<string, TermLink>;
}

type TermLinks = Pick<PostLink, keyof LinkedTerms>;

/** One link for each term, however many posts have it. */
function linkTerms(terms: ReadonlyMap<string, TermName>): ReadonlyMap<string, TermLink> {
  return new Map(Array.from(terms, ([key, { name, permalink }]) => [key, { name, url: permalink }]));
}

function termLinks({ frontMatter }: Post, { tags, categories }: LinkedTerms): TermLinks {
  return { tags: linksTo(frontMatter.tags, tags), categories: linksTo(frontMatter.categories, categories) };
}

/** Whether the names and addresses of a post's terms are still those of its link. */
function hasSameTerms({ post, link }: SitePost, terms: LinkedTerms): boolean {
  const now = termLinks(post, terms);
  return areSame(link.tags, now.tags) && areSame(link.categories, now.categories);
}

function areSame(before: readonly TermLink[], now: readonly TermLink[]): boolean {
  return now.every(({ name, url }, index) => before[index]?.name === name && before[index].url === url);
}

function isSameCover(before: PageCover | undefined, now: PageCover | undefined): boolean {
  return (
    before?.src === now?.src &&
    before?.srcset === now?.srcset &&
    before?.width === now?.width &&
    before?.height === now?.height
  );
}

/** A post as lists show it. */
export function linkTo(
  post: Post,
  permalink: string,
  config: Config,
  terms: TermLinks,
  cover: PageCover | undefined,
): PostLink {
  const { updated } = post;
  const lang = post.lang ?? post.textLang;
  return {
    title: post.title,
    url: permalink,
    date: config.pipeline.dates ? formatIso(post.date, config.timezone) : "",
    ...(updated === undefined ? {} : { updated: formatIso(updated, config.timezone) }),
    description: post.description,
    ...(lang ? { lang } : {}),
    pinned: post.frontMatter.pin > 0,
    readingMinutes: post.readingMinutes,
    ...(cover ? { cover } : {}),
    tags: terms.tags,
    categories: terms.categories,
  };
}

function linksTo(names: readonly string[], terms: ReadonlyMap<string, TermLink>): TermLink[] {
  return Array.from(new Set(names.map(foldTerm)), (key) => terms.get(key)!);
}
