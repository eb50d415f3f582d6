import { compareRuby } from "../../lib/ruby/compare.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { deepMerge } from "../../lib/ruby/merge.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { JekyllText } from "../../model/jekyll/text.js";

/**
 * The common part of the plugin jekyll-paginate-v2: each page with `pagination: {enabled: true}` lists the documents of a
 * collection, by category or tag if it asks so, on as many pages as they need. Pages of its own making are not among it.
 */
export function paginateV2(site: JekyllSite, dropOf: (document: JekyllText) => unknown): void {
  const { config } = site;
  const usual = hashOf(config.values.pagination);
  if (!config.plugins.has("jekyll-paginate-v2") || usual.enabled !== true) return;
  for (const template of [...site.pages]) {
    const own = hashOf(template.data.pagination);
    if (own.enabled === true) paginatePage(template, deepMerge(usual, own), site, dropOf);
  }
}

function paginatePage(
  template: JekyllText,
  settings: Hash,
  site: JekyllSite,
  dropOf: (document: JekyllText) => unknown,
): void {
  const size = Math.max(1, Number(settings.per_page ?? 10));
  const documents = chosen(settings, site);
  const needed = Math.max(1, Math.ceil(documents.length / size));
  const limit = Number(settings.limit ?? 0);
  const total = limit > 0 ? Math.min(limit, needed) : needed;
  const folder = template.url.replace(/[^/]*$/, "");
  const pattern = String(settings.permalink ?? "/page:num/").replace(/^\//, "");
  const pathOf = (page: number) => (page === 1 ? template.url : folder + pattern.replaceAll(":num", String(page)));
  const known = (page: number) => (page >= 1 && page <= total ? page : null);
  const pathIfKnown = (page: number) => (known(page) === null ? null : pathOf(page));
  const { config } = site;
  const usualTitle = String(template.data.title ?? config.values.title ?? "");
  const titleOf = (page: number) => (page === 1 ? usualTitle : titleOfPage(settings, usualTitle, page, total));
  for (let page = 1; page <= total; page += 1) {
    const target = copyOf(template, titleOf(page), fileOf(pathOf(page)), config);
    target.paginator = {
      page,
      page_path: fileOf(pathOf(page)),
      per_page: size,
      posts: documents.slice((page - 1) * size, page * size).map(dropOf),
      total_posts: documents.length,
      total_pages: total,
      previous_page: known(page - 1),
      previous_page_path: pathIfKnown(page - 1),
      next_page: known(page + 1),
      next_page_path: pathIfKnown(page + 1),
      first_page: 1,
      first_page_path: pathOf(1),
      last_page: total,
      last_page_path: pathOf(total),
      page_trail: trailOf(page, total, hashOf(settings.trail), (number) => ({
        path: fileOf(pathOf(number)),
        title: titleOf(number),
      })),
    };
    site.pages.push(target);
  }
  site.pages.splice(site.pages.indexOf(template), 1);
}

function chosen(settings: Hash, { collections, posts }: JekyllSite): readonly JekyllText[] {
  const collection = collections.get(String(settings.collection ?? "posts")) ?? posts;
  const has = (list: unknown, term: unknown) =>
    (term ?? null) === null ||
    term === "" ||
    [list ?? []].flat().some((own) => String(own).toLowerCase() === String(term).toLowerCase());
  const found = collection.documents.filter(
    ({ data, isWritten }) =>
      isWritten && data.hidden !== true && has(data.categories, settings.category) && has(data.tags, settings.tag),
  );
  const key = String(settings.sort_field ?? "date");
  const sortedBy = (text: JekyllText) => (key === "date" ? text.date : text.data[key]);
  const sorted = found.toSorted((a, b) => compareRuby(sortedBy(a), sortedBy(b)) ?? 0);
  return settings.sort_reverse === true ? sorted.reverse() : sorted;
}

/** The pages around the current one, as many as asked for. */
function trailOf(page: number, total: number, trail: Hash, describe: (page: number) => Hash): readonly Hash[] {
  const before = Number(trail.before ?? 0);
  const after = Number(trail.after ?? 0);
  if (before + after === 0) return [];
  const first = Math.max(1, Math.min(page - before, total - before - after));
  const last = Math.min(total, Math.max(page + after, before + after + 1));
  return Array.from({ length: last - first + 1 }, (_, index) => ({ num: first + index, ...describe(first + index) }));
}

function copyOf(
  { path, relativePath, name, data, source, contentLine }: JekyllText,
  title: string,
  url: string,
  config: JekyllConfig,
): JekyllText {
  return new JekyllText(
    { path, relativePath, name, data: { ...data, title, permalink: url }, content: source, contentLine },
    config,
  );
}

/** A folder's address with its file, as the plugin names the pages that it makes. */
const fileOf = (url: string): string => (url.endsWith("/") ? `${url}index.html` : url);

function titleOfPage({ title }: Hash, usual: string, page: number, total: number): string {
  return String(title ?? ":title - page :num")
    .replaceAll(":title", usual)
    .replaceAll(":num", String(page))
    .replaceAll(":max", String(total));
}

function hashOf(value: unknown): Hash {
  return isPlainHash(value) ? value : {};
}
