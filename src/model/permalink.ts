import { type ZonedParts, zonedParts } from "../lib/dates.js";
import { once } from "../lib/once.js";
import { decodePercent } from "../lib/percent.js";
import type { Config } from "./config.js";
import type { Post } from "./post.js";
import { encodePath, portableSegment } from "./segment.js";

/*
 * The only place that makes URLs of posts and pages, and file names of URLs. Placeholders and styles are Jekyll's
 * (https://jekyllrb.com/docs/permalinks/).
 */

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  weekdate: "/:categories/:year/W:week/:short_day/:title.html",
  none: "/:categories/:title.html",
};

/** A post's site path, percent-encoded. `written` where the author asked for this very path. */
export function permalinkOf(post: Post, config: Config): { readonly permalink: string; readonly written: boolean } {
  const own = post.frontMatter.permalink;
  const template = own ?? config.permalink;
  const written = own !== undefined && !own.includes(":") && !Object.hasOwn(styles, own);
  const path = fillTemplate(styles[template] ?? template, post, config);
  return { permalink: encodePath(cleanPath(path)), written };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** `date` computes what clocks show, for those who ask. */
type Placeholder = (post: Post, config: Config, date: () => ZonedParts) => string;

const placeholders: Readonly<Record<string, Placeholder>> = {
  ...datePlaceholders(),
  title: ({ slug }) => portableSegment(slug),
  slug: ({ slug }) => portableSegment(slug.toLowerCase()),
  categories: ({ frontMatter }) => frontMatter.categories.map((name) => portableSegment(name.toLowerCase())).join("/"),
  slugified_categories: ({ frontMatter }) => frontMatter.categories.map((name) => slugify(name)).join("/"),
  output_ext: () => ".html",
  collection: (_, { folders }) => folders.posts,
  lang: ({ lang }, config) => portableSegment(lang ?? config.lang),
  path: ({ path }) => path.replace(/\.[^./]+$/, ""),
  name: ({ slug }) => portableSegment(slug),
};

function datePlaceholders(): typeof placeholders {
  const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const months = "January February March April May June July August September October November December".split(" ");
  const monthOf = ({ month }: ZonedParts) => months[month - 1]!;
  const dayOf = ({ weekday }: ZonedParts) => days[weekday % 7]!;
  const printers: Readonly<Record<string, (date: ZonedParts) => string>> = {
    year: ({ year }) => String(year).padStart(4, "0"),
    short_year: ({ year }) => two(year % 100),
    month: ({ month }) => two(month),
    i_month: ({ month }) => String(month),
    short_month: (date) => monthOf(date).slice(0, 3),
    long_month: monthOf,
    day: ({ day }) => two(day),
    i_day: ({ day }) => String(day),
    y_day: ({ dayOfYear }) => String(dayOfYear).padStart(3, "0"),
    w_year: (date) => String(weekOf(date).year),
    week: (date) => two(weekOf(date).week),
    w_day: ({ weekday }) => String(weekday === 0 ? 7 : weekday),
    short_day: (date) => dayOf(date).slice(0, 3),
    long_day: dayOf,
    hour: ({ hour }) => two(hour),
    minute: ({ minute }) => two(minute),
    second: ({ second }) => two(second),
  };
  return Object.fromEntries(
    Object.entries(printers).map(([name, print]) => [
      name,
      ((_post, _config, date) => print(date())) satisfies Placeholder,
    ]),
  );
}

/** ISO 8601 week. */
function weekOf(date: ZonedParts): { readonly year: number; readonly week: number } {
  const thursday = new Date(
    Date.UTC(date.year, date.month - 1, date.day + 4 - (date.weekday === 0 ? 7 : date.weekday)),
  );
  const year = thursday.getUTCFullYear();
  const firstDay = Date.UTC(year, 0, 1);
  return { year, week: Math.floor((thursday.getTime() - firstDay) / 604_800_000) + 1 };
}

function slugify(name: string): string {
  return portableSegment(
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
      .replace(/^-+|-+$/g, "") || name,
  );
}

function fillTemplate(template: string, post: Post, config: Config): string {
  const date = once(() => zonedParts(post.date, config.timezone));
  let filled = "";
  for (const part of partsOf(template)) filled += typeof part === "string" ? part : part(post, config, date);
  return filled;
}

/** Kept, since most posts have the template of the site. */
const knownParts = new Map<string, readonly (string | Placeholder)[]>();

/** A template cut at its placeholders. */
function partsOf(template: string): readonly (string | Placeholder)[] {
  const known = knownParts.get(template);
  if (known) return known;
  const parts = template.split(/(:[a-z_]+)/).flatMap((part, index) => (index % 2 === 1 ? readName(part) : part));
  knownParts.set(template, parts);
  return parts;
}

/** The longest placeholder that a word begins with: `:title_x` is `:title` and `_x`. */
function readName(word: string): readonly (string | Placeholder)[] {
  for (let end = word.length; end > 1; end -= 1) {
    const name = word.slice(1, end);
    if (Object.hasOwn(placeholders, name)) return [placeholders[name]!, word.slice(end)];
  }
  return [word];
}

/** One slash in front and between, no `.` or `..`: nothing leads out of the site. */
export function cleanPath(path: string): string {
  const isFolder = /\/$/.test(path);
  const segments = decodePercent(path.replace(/[?#].*$/s, ""))
    .split(/[/\\]+/)
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..")
    .map(portableSegment);
  if (segments.length === 0) return "/";
  return `/${segments.join("/")}${isFolder ? "/" : ""}`;
}

/** The file of a site path: folders hold an `index.html`, and a page without an extension gets one. */
export function outputOf(permalink: string): string {
  const path = decodePercent(permalink).slice(1);
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return /\.(?:html?|xml|json|txt|xhtml|css|js|svg|webmanifest)$/i.test(path) ? path : `${path}.html`;
}

/** The path with a suffix before its extension or last slash. */
export function withSuffix(permalink: string, suffix: string): string {
  return permalink.replace(/(\.html?|\/|)$/i, `-${encodePath(suffix)}$1`);
}

/** Two paths with one fold would be one file on some file systems. */
export function foldPath(permalink: string): string {
  return foldOutput(outputOf(permalink));
}

/** The same of the path's file. */
export function foldOutput(output: string): string {
  return output.normalize("NFC").toLowerCase();
}
