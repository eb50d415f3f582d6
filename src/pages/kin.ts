import { languageOf } from "../model/language.js";
import type { PostLink } from "../model/page.js";
import { foldTerm } from "../model/segment.js";
import type { Site, SitePost } from "../model/site.js";

/** A post as other posts name it. */
export type Brief = Pick<PostLink, "title" | "url" | "date" | "lang">;

export function brief({ title, url, date, lang }: PostLink): Brief {
  return { title, url, date, ...(lang ? { lang } : {}) };
}

/** The series of a post with all its posts, in the order of their numbers, then of their dates. */
export function seriesOf({ post }: SitePost, site: Site) {
  const { series } = post.frontMatter;
  if (!series) return undefined;
  const { name, order } = series;
  return { name, order, posts: (kinOf(site).series.get(foldTerm(name)) ?? []).map(({ link }) => brief(link)) };
}

/** The same post in other languages, of each the newest; undefined where there is none. */
export function translationsOf({ post }: SitePost, site: Site) {
  const key = post.frontMatter.translationKey;
  if (key === undefined) return undefined;
  const found = new Map<string, { lang: string; url: string; title: string }>();
  for (const other of kinOf(site).translations.get(key) ?? []) {
    const lang = languageOf(other.post, site.config);
    if (!found.has(lang)) found.set(lang, { lang, url: other.link.url, title: other.link.title });
  }
  found.delete(languageOf(post, site.config));
  return found.size > 0 ? [...found.values()] : undefined;
}

/** Posts that belong together, by what they have in common. */
interface Kin {
  readonly series: ReadonlyMap<string, readonly SitePost[]>;
  readonly translations: ReadonlyMap<string, readonly SitePost[]>;
}

/** Found once for each state of a site, since a development server asks for one post at a time. */
const known = new WeakMap<Site, Kin>();

function kinOf(site: Site): Kin {
  const kin = known.get(site) ?? findKin(site);
  known.set(site, kin);
  return kin;
}

function findKin({ posts }: Site): Kin {
  const series = groupBy(posts, ({ post: { frontMatter } }) => frontMatter.series && foldTerm(frontMatter.series.name));
  for (const group of series.values()) group.sort((a, b) => orderOf(a) - orderOf(b) || a.post.date - b.post.date);
  return { series, translations: groupBy(posts, ({ post }) => post.frontMatter.translationKey) };
}

/** A post without a number comes after those that have one. */
function orderOf({ post }: SitePost): number {
  return post.frontMatter.series?.order ?? Number.MAX_SAFE_INTEGER;
}

/** Hidden posts belong to nothing. */
function groupBy(posts: readonly SitePost[], keyOf: (post: SitePost) => string | undefined): Map<string, SitePost[]> {
  const groups = new Map<string, SitePost[]>();
  for (const sitePost of posts) {
    const key = sitePost.post.frontMatter.hidden ? undefined : keyOf(sitePost);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(sitePost);
    else groups.set(key, [sitePost]);
  }
  return groups;
}
