import { decodePercent } from "../../lib/percent.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { slugify } from "../../model/jekyll/slugify.js";
import { extensionOf, JekyllText, withoutExtension } from "../../model/jekyll/text.js";

type Span = "year" | "month" | "day";
type Kind = Span | "tag" | "category";

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
  const { documents } = site.posts;
  const terms = kinds.flatMap((kind) =>
    kind === "tag" || kind === "category"
      ? grouped([kind], documents, (post) => byTerm(kind, post, slugMode)).map((one) => ({
          ...one,
          posts: one.posts.toReversed(),
        }))
      : [],
  );
  const spans = kinds.filter((kind) => kind !== "tag" && kind !== "category");
  // The oldest year is first, and within it the newest month.
  const yearOf = ({ date }: JekyllText): string | undefined => date?.format("%Y");
  const times = [...new Set(documents.map(yearOf))].flatMap((year) => {
    const posts = documents.filter((post) => yearOf(post) === year).reverse();
    return grouped(spans, posts, (post, kind) => byDate(kind as Span, post));
  });
  return [...terms, ...times];
}

/** One archive for each value, in the order of the posts that have it first. */
function grouped(
  kinds: readonly Kind[],
  posts: readonly JekyllText[],
  find: (post: JekyllText, kind: Kind) => readonly Found[],
): readonly Archive[] {
  const archives = new Map<string, Archive>();
  for (const post of posts)
    for (const kind of kinds)
      for (const found of find(post, kind)) {
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

function byDate(kind: Span, { date }: JekyllText): readonly Found[] {
  if (!date) return [];
  const values: Record<string, string> = { year: date.format("%Y") };
  if (kind !== "year") values.month = date.format("%m");
  if (kind === "day") values.day = date.format("%d");
  const first = Date.UTC(Number(values.year), Number(values.month ?? 1) - 1, Number(values.day ?? 1));
  return [{ values, title: null, date: new RubyTime(first, "UTC", { day: true }) }];
}

function archivePage(
  { kind, values, title, date, posts }: Archive,
  settings: Hash,
  { config }: JekyllSite,
  dropOf: (post: JekyllText) => unknown,
): JekyllText {
  const template = String(hashOf(settings.permalinks)[kind] ?? usualPermalinks[kind]);
  const permalink = Object.entries(values).reduce(
    (path, [name, value]) => path.replaceAll(`:${name}`, encodeURI(value)),
    template,
  );
  const layout = hashOf(settings.layouts)[kind] ?? settings.layout ?? "archive";
  const data: Hash = { layout, permalink, type: kind, title, date, posts: posts.map(dropOf) };
  const relativePath = `${decodePercent(permalink).replace(/^\//, "")}${permalink.endsWith("/") ? "index.html" : ""}`;
  const name = withoutExtension(relativePath.slice(relativePath.lastIndexOf("/") + 1));
  const extension = extensionOf(relativePath);
  return new JekyllText({ path: permalink, relativePath, name, extension, data, content: "", contentLine: 1 }, config);
}

function hashOf(value: unknown): Hash {
  return isPlainHash(value) ? value : {};
}
