import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { Hash } from "../../lib/ruby/merge.js";
import type { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { slugify } from "../../model/jekyll/slugify.js";
import { JekyllText } from "../../model/jekyll/text.js";

type Kind = "year" | "month" | "day" | "tag" | "category";

interface Archive {
  readonly kind: Kind;
  /** Values of the placeholders of its permalink. */
  readonly values: Readonly<Record<string, string>>;
  readonly title: string | null;
  readonly date: RubyTime | null;
  readonly posts: JekyllText[];
}

const usualPermalinks: Readonly<Record<Kind, string>> = {
  year: "/:year/",
  month: "/:year/:month/",
  day: "/:year/:month/:day/",
  tag: "/tag/:name/",
  category: "/category/:name/",
};

/** The plugin jekyll-archives: a page for each tag, category, year, month and day that it is switched on for. */
export function archive(site: JekyllSite, dropOf: (post: JekyllText) => unknown): void {
  const { config } = site;
  const settings = hashOf(config.values["jekyll-archives"]);
  if (!config.plugins.has("jekyll-archives")) return;
  const kinds = enabledKinds(settings.enabled);
  for (const one of archivesOf(site, kinds, String(settings.slug_mode ?? "default")))
    site.pages.push(archivePage(one, settings, site, dropOf));
}

function enabledKinds(enabled: unknown): readonly Kind[] {
  const all: readonly Kind[] = ["tag", "category", "year", "month", "day"];
  if (enabled === true || enabled === "all") return all;
  const names = [enabled ?? []].flat().map((name) =>
    String(name)
      .replace(/^categories$/, "category")
      .replace(/s$/, ""),
  );
  return all.filter((kind) => names.includes(kind));
}

function archivesOf(site: JekyllSite, kinds: readonly Kind[], slugMode: string): readonly Archive[] {
  const archives = new Map<string, Archive>();
  for (const post of site.posts.documents.toReversed())
    for (const kind of kinds)
      for (const found of kind === "tag" || kind === "category" ? byTerm(kind, post, slugMode) : byDate(kind, post)) {
        const key = `${kind} ${found.title ?? JSON.stringify(found.values)}`;
        const known = archives.get(key) ?? { ...found, kind, posts: [] };
        archives.set(key, known);
        known.posts.push(post);
      }
  return [...archives.values()];
}

type Found = Pick<Archive, "values" | "title" | "date">;

function byTerm(kind: "tag" | "category", { data }: JekyllText, slugMode: string): readonly Found[] {
  const terms = new Set([data[kind === "tag" ? "tags" : "categories"] ?? []].flat().map(String));
  return [...terms].map((title) => ({ values: { name: slugify(title, slugMode) }, title, date: null }));
}

function byDate(kind: "year" | "month" | "day", { date }: JekyllText): readonly Found[] {
  if (!date) return [];
  const values: Record<string, string> = { year: date.format("%Y") };
  if (kind !== "year") values.month = date.format("%m");
  if (kind === "day") values.day = date.format("%d");
  return [{ values, title: null, date }];
}

function archivePage(
  { kind, values, title, date, posts }: Archive,
  settings: Hash,
  { config }: JekyllSite,
  dropOf: (post: JekyllText) => unknown,
): JekyllText {
  const template = String(hashOf(settings.permalinks)[kind] ?? usualPermalinks[kind]);
  const permalink = Object.entries(values).reduce(
    (path, [name, value]) => path.replaceAll(`:${name}`, value),
    template,
  );
  const layout = hashOf(settings.layouts)[kind] ?? settings.layout ?? "archive";
  const data: Hash = { layout, permalink, type: kind, title, date, posts: posts.map(dropOf) };
  const name = "archive.html";
  return new JekyllText({ path: permalink, relativePath: name, name, data, content: "", contentLine: 1 }, config);
}

function hashOf(value: unknown): Hash {
  return isPlainHash(value) ? value : {};
}
