import { shortHash } from "../lib/hash.js";
import type { Post } from "./post.js";
import { encodePath, foldTerm, termSlug } from "./segment.js";
import type { SitePost } from "./site.js";

export type TaxonomyName = "tags" | "categories";

/** A way to group posts. */
export interface Taxonomy {
  readonly name: TaxonomyName;
  /** Site path of the overview, which is also the folder of the terms. */
  readonly permalink: string;
  /** Most used first, then by name. */
  readonly terms: readonly Term[];
}

export interface Term extends TermName {
  /** Newest first. */
  readonly posts: readonly SitePost[];
}

export interface TermName {
  /** The most used spelling. */
  readonly name: string;
  /** Folder name, unique within its taxonomy, Unicode kept. */
  readonly slug: string;
  /** Site path, percent-encoded. */
  readonly permalink: string;
}

/** The terms of a taxonomy by the fold of their names, each with a folder of its own. */
export function nameTerms(taxonomy: TaxonomyName, posts: readonly Post[]): ReadonlyMap<string, TermName> {
  const spellings = countSpellings(taxonomy, posts);
  const taken = new Map<string, string>();
  const terms = new Map<string, TermName>();
  // In the order of their names, so that the folders depend on which terms there are and not on the order of the posts.
  for (const key of [...spellings.keys()].sort(byCodeUnits)) {
    const slug = freeSlug(key, taken);
    taken.set(slug, key);
    terms.set(key, { name: favourite(spellings.get(key)!), slug, permalink: encodePath(`/${taxonomy}/${slug}/`) });
  }
  return terms;
}

function countSpellings(taxonomy: TaxonomyName, posts: readonly Post[]): Map<string, Map<string, number>> {
  const spellings = new Map<string, Map<string, number>>();
  for (const post of posts) {
    for (const name of post.frontMatter[taxonomy]) {
      const key = foldTerm(name);
      const counts = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
  }
  return spellings;
}

function favourite(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b))[0]![0];
}

function freeSlug(key: string, taken: ReadonlyMap<string, string>): string {
  const slug = termSlug(key);
  return taken.has(slug) ? `${slug}-${shortHash(key).slice(0, 8)}` : slug;
}

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Puts the posts, newest first, under their terms. Linear in the number of posts. */
export function createTaxonomy(
  name: TaxonomyName,
  names: ReadonlyMap<string, TermName>,
  posts: readonly SitePost[],
): Taxonomy {
  const groups = new Map<string, SitePost[]>();
  for (const sitePost of posts) {
    for (const key of new Set(sitePost.post.frontMatter[name].map(foldTerm))) {
      const group = groups.get(key);
      if (group) group.push(sitePost);
      else groups.set(key, [sitePost]);
    }
  }
  const terms = [...groups].map(([key, group]) => ({ ...names.get(key)!, posts: group }));
  terms.sort((a, b) => b.posts.length - a.posts.length || byCodeUnits(a.slug, b.slug));
  return { name, permalink: `/${name}/`, terms };
}
