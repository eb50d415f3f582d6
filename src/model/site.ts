import { formatIso } from "../lib/dates.js";
import { shortHash } from "../lib/hash.js";
import type { Config } from "./config.js";
import { coverOf } from "./cover.js";
import type { Document } from "./document.js";
import type { Message } from "./message.js";
import type { PageCover, PostLink, TermLink } from "./page.js";
import { foldPath, outputOf, permalinkOf, withSuffix } from "./permalink.js";
import type { Pictures } from "./picture.js";
import type { Post } from "./post.js";
import { foldTerm } from "./segment.js";
import { byCodeUnits, createTaxonomy, nameTerms, type Taxonomy, type TermName } from "./taxonomy.js";

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
  readonly layouts: ReadonlySet<string>;
}

/** `previous`, a former state of the same site, changes nothing but the time it takes: what is still right is reused. */
export function createSite(
  { config, posts: unsorted, documents, data, attachments, pictures, layouts }: SiteInput,
  previous?: Site,
): Site {
  const known = new Map(previous?.config === config ? previous.posts.map((sitePost) => [sitePost.post, sitePost]) : []);
  const posts = [...unsorted].sort(newestFirst).slice(0, config.limitPosts || undefined);
  const terms = { tags: nameTerms("tags", posts), categories: nameTerms("categories", posts) };
  const { permalinks, messages } = uniquePermalinks(posts, config);
  const sitePosts = posts.map((post): SitePost => {
    const permalink = permalinks.get(post)!;
    const same = known.get(post);
    const cover = coverOf(post, { config, attachments, pictures });
    if (same?.permalink === permalink && hasSameTerms(same, terms) && isSameCover(same.link.cover, cover)) return same;
    return {
      post,
      permalink,
      output: outputOf(permalink),
      link: linkTo(post, permalink, config, termLinks(post, terms), cover),
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
    layouts,
    lastModified: Math.max(0, ...posts.slice(0, 1).map((post) => post.date)),
    messages,
  };
}

function newestFirst(a: Post, b: Post): number {
  return b.date - a.date || byCodeUnits(b.path, a.path);
}

interface TermNames {
  readonly tags: ReadonlyMap<string, TermName>;
  readonly categories: ReadonlyMap<string, TermName>;
}

type TermLinks = Pick<PostLink, keyof TermNames>;

function termLinks({ frontMatter }: Post, { tags, categories }: TermNames): TermLinks {
  return { tags: linksTo(frontMatter.tags, tags), categories: linksTo(frontMatter.categories, categories) };
}

/** Whether the names and addresses of a post's terms are still those of its link. */
function hasSameTerms({ post, link }: SitePost, terms: TermNames): boolean {
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
  const { updated, lang } = post;
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

function linksTo(names: readonly string[], terms: ReadonlyMap<string, TermName>): TermLink[] {
  const keys = new Set(names.map(foldTerm));
  return [...keys].map((key) => ({ name: terms.get(key)!.name, url: terms.get(key)!.permalink }));
}

/** What a post would be called if it were alone. */
interface Candidate {
  readonly post: Post;
  readonly config: Config;
  readonly permalink: string;
  readonly written: boolean;
  /** Equal for permalinks that would be one file. */
  readonly key: string;
}

/** Kept, since a development server asks again and again for the same posts. */
const candidates = new WeakMap<Post, Candidate>();

function candidateOf(post: Post, config: Config): Candidate {
  const known = candidates.get(post);
  if (known?.config === config) return known;
  const { permalink, written } = permalinkOf(post, config);
  const candidate = { post, config, permalink, written, key: foldPath(permalink) };
  candidates.set(post, candidate);
  return candidate;
}

interface UniquePermalinks {
  readonly permalinks: ReadonlyMap<Post, string>;
  readonly messages: readonly Message[];
}

/**
 * A permalink for each post. Where several come out equal by chance, the oldest keeps it and the others get a suffix that
 * depends on nothing but themselves; where authors wrote the same one, that is an error which names every file.
 */
function uniquePermalinks(posts: readonly Post[], config: Config): UniquePermalinks {
  const groups = new Map<string, Candidate[]>();
  for (const post of posts) {
    const candidate = candidateOf(post, config);
    const group = groups.get(candidate.key);
    if (group) group.push(candidate);
    else groups.set(candidate.key, [candidate]);
  }
  const permalinks = new Map<Post, string>();
  const messages: Message[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group.sort(
      (a, b) =>
        Number(b.written) - Number(a.written) || a.post.date - b.post.date || byCodeUnits(a.post.path, b.post.path),
    );
    permalinks.set(first!.post, first!.permalink);
    if (others.length === 0) continue;
    const suffixed = others.filter(({ written }) => !written);
    if (suffixed.length < others.length) messages.push(writtenTwice(group.filter(({ written }) => written)));
    for (const { post, permalink } of suffixed)
      permalinks.set(post, withSuffix(permalink, suffixOf(post, groups, permalink)));
    for (const { post, permalink } of others) if (!permalinks.has(post)) permalinks.set(post, permalink);
    if (suffixed.length > 0)
      messages.push(
        keptApart(
          first!.post,
          suffixed.map(({ post }) => post),
          permalinks,
        ),
      );
  }
  return { permalinks, messages };
}

/** The post's language where that is enough, else a hash of its path. */
function suffixOf(post: Post, groups: ReadonlyMap<string, readonly { post: Post }[]>, permalink: string): string {
  const group = groups.get(foldPath(permalink)) ?? [];
  const sameLang = group.filter((other) => other.post.lang === post.lang);
  const isFree = !groups.has(foldPath(withSuffix(permalink, post.lang ?? "")));
  return post.lang && sameLang.length === 1 && isFree ? post.lang : shortHash(post.path).slice(0, 8);
}

function writtenTwice(group: readonly { post: Post; permalink: string }[]): Message {
  const files = group.map(({ post }) => post.path).sort(byCodeUnits);
  return {
    severity: "error",
    ruleId: "duplicate-permalink",
    reason: `The permalink ${group[0]!.permalink} is claimed by ${files.join(", ")}`,
    note: "Give each of them a `permalink:` of its own",
    file: files[0]!,
  };
}

function keptApart(first: Post, others: readonly Post[], permalinks: ReadonlyMap<Post, string>): Message {
  const list = others.map((post) => `${post.path} → ${permalinks.get(post)}`).join(", ");
  return {
    severity: "warning",
    ruleId: "same-permalink",
    reason: `${others.length === 1 ? "A post has" : `${others.length} posts have`} the permalink of ${first.path} and got a suffix: ${list}`,
    note: "Set `slug:` or `permalink:` to choose the addresses yourself",
    file: others[0]!.path,
  };
}
