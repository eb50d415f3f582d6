import { existsSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../../layout/jekyll/drops/text-drop.js";
import { timeOf } from "../../layout/jekyll/filters/dates.js";
import { escapeAttribute, normalizeWhitespace, stripHtml } from "../../layout/jekyll/filters/text.js";
import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import { printed } from "../../layout/jekyll/values.js";
import { compareRuby } from "../../lib/ruby/compare.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { isTrue } from "../../lib/ruby/truth.js";
import type { PluginPage } from "../../model/jekyll/plugin-page.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/** What feeds ask of the renderer. */
export interface FeedTools {
  /** Straight quotes and dashes as typographic ones. */
  readonly smartQuotes: (text: string) => string;
  /** The excerpt of a text as HTML. */
  readonly excerpt: (text: JekyllText) => string;
}

/** The Atom feeds of jekyll-feed 0.17: of the posts, and of collections, categories and tags that the site asks for. */
export function jekyllFeeds(site: JekyllSite, tools: FeedTools): readonly PluginPage[] {
  const { values, environment, source } = site.config;
  const feed = hashOf(values.feed);
  if (feed.disable_in_development && environment === "development") return [];
  const isThere = (path: string): boolean => existsSync(join(source, path));
  const style = isThere("feed.xslt.xml") ? absoluteUrl("/feed.xslt.xml", site.config) : undefined;
  return wantedFeeds(site, feed)
    .filter(({ path }) => !isThere(path))
    .map((wanted) => ({
      path: wanted.path.replace(/^\/+/, ""),
      name: wanted.path,
      data: {
        sitemap: false,
        xsl: style !== undefined,
        collection: wanted.label,
        category: wanted.category ?? null,
        tags: wanted.tag ?? null,
      },
      contents: () => atom(site, { ...wanted, style }, textsOf(wanted, site), tools),
    }));
}

/** Newest first; texts of one time stand in the order of the list turned round, and that of the posts begins with the newest. */
function textsOf({ label, category, tag }: WantedFeed, site: JekyllSite): readonly JekyllText[] {
  const { values } = site.config;
  const documents = site.collections.get(label)?.documents ?? [];
  const shown = (label === "posts" ? documents.toReversed() : documents)
    .filter(({ data }) => isTrue(values.show_drafts) || data.draft !== true)
    .filter(({ data }) => category === undefined || listOf(data.categories).includes(category))
    .filter(({ data }) => tag === undefined || listOf(data.tags).includes(tag));
  const byDate = shown.toSorted((a, b) => compareRuby(a.date, b.date) ?? 0);
  return byDate.reverse().slice(0, Number(hashOf(values.feed).posts_limit ?? 10));
}

interface WantedFeed {
  readonly path: string;
  readonly label: string;
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
}

function wantedFeeds({ posts }: JekyllSite, feed: Hash): readonly WantedFeed[] {
  const named = Array.isArray(feed.collections)
    ? Object.fromEntries(feed.collections.map((label) => [String(label), {}]))
    : hashOf(feed.collections);
  const ofPosts = { path: feed.path, categories: feed.categories, ...hashOf(named.posts) };
  const feeds = Object.entries({ ...named, posts: ofPosts }).flatMap(([label, settings]) => {
    const { path, categories } = hashOf(settings);
    const base = label === "posts" ? "/feed" : `/feed/${label}`;
    const ofCategories = listOf(categories).map((category) => ({ path: `${base}/${category}.xml`, label, category }));
    return [...ofCategories, { path: path ? printed(path) : `${base}.xml`, label }];
  });
  return [...feeds, ...feedsOfTags(posts.documents, feed.tags)];
}

/** Only tags that can stand in a path as they are. */
function feedsOfTags(posts: readonly JekyllText[], written: unknown): WantedFeed[] {
  if (!written) return [];
  const { only, except, path = "/feed/by_tag/" } = hashOf(written);
  const tags = only ? listOf(only) : [...new Set(posts.flatMap(({ data }) => listOf(data.tags)))];
  return tags
    .filter((tag) => !listOf(except).includes(tag) && !/\W/.test(tag))
    .map((tag) => ({ path: `${printed(path)}${tag}.xml`, label: "posts", tag }));
}

const hashOf = (value: unknown): Hash => (isPlainHash(value) ? value : {});
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(printed) : []);
const xml = (value: unknown): string => escapeAttribute(printed(value));
const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

interface StyledFeed extends WantedFeed {
  /** The address of a style sheet. */
  readonly style: string | undefined;
}

function atom(site: JekyllSite, wanted: StyledFeed, texts: readonly JekyllText[], tools: FeedTools): string {
  const { config } = site;
  const { title, name, description, lang, author } = config.values;
  const own = xml(absoluteUrl(wanted.path, config));
  const ends = [wanted.label === "posts" ? undefined : wanted.label, wanted.category].filter(Boolean).map(String);
  const whole = printed(title || name) + ends.map((end) => ` | ${capitalized(end)}`).join("");
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    wanted.style ? `<?xml-stylesheet type="text/xml" href="${xml(wanted.style)}"?>` : "",
    `<feed xmlns="http://www.w3.org/2005/Atom" ${lang ? `xml:lang="${xml(lang)}"` : ""}>`,
    '<generator uri="https://jekyllrb.com/" version="4.3.4">Jekyll</generator>',
    `<link href="${own}" rel="self" type="application/atom+xml" />`,
    `<link href="${xml(absoluteUrl("/", config))}" rel="alternate" type="text/html" ${lang ? `hreflang="${xml(lang)}" ` : ""}/>`,
    `<updated>${isoTime(site.time, site)}</updated><id>${own}</id>`,
    whole ? `<title type="html">${xml(tools.smartQuotes(whole))}</title>` : "",
    description ? `<subtitle>${xml(description)}</subtitle>` : "",
    author ? authorElement(author) : "",
    ...texts.map((text) => entryOf(text, site, tools)),
    "</feed>",
  ].join("");
}

function isoTime(value: unknown, site: JekyllSite): string {
  const zone = site.config.timezone;
  return timeOf(value, zone)?.in(zone).format("%Y-%m-%dT%H:%M:%S%:z") ?? "";
}

function entryOf(text: JekyllText, site: JekyllSite, tools: FeedTools): string {
  const { data, date } = text;
  const { config } = site;
  const url = xml(absoluteUrl(text.url, config));
  const title = xml(normalizeWhitespace(stripHtml(tools.smartQuotes(printed(data.title)))));
  const categories = data.category ? [printed(data.category)] : listOf(data.categories);
  const isShort = hashOf(data.feed).excerpt_only || hashOf(config.values.feed).excerpt_only;
  const summary = summaryOf(text, site, tools);
  return [
    `<entry${data.lang ? ` xml:lang="${xml(data.lang)}"` : ""}><title type="html">${title}</title>`,
    `<link href="${url}" rel="alternate" type="text/html" title="${title}" />`,
    `<published>${isoTime(date, site)}</published><updated>${isoTime(data.last_modified_at || date, site)}</updated>`,
    `<id>${xml(absoluteUrl(idOf(text), config))}</id>`,
    isShort ? "" : `<content type="html" xml:base="${url}">${characterData(text.content.trim())}</content>`,
    authorElement(authorOf(text, site)),
    ...[...categories, ...listOf(data.tags)].map((term) => `<category term="${xml(term)}" />`),
    summary === undefined
      ? ""
      : `<summary type="html">${characterData(normalizeWhitespace(stripHtml(summary)))}</summary>`,
    imageElements(data.image, site),
    "</entry>",
  ].join("");
}

/** An excerpt that was worked out counts even where it is empty. */
function summaryOf(text: JekyllText, { config }: JekyllSite, tools: FeedTools): string | undefined {
  const { description, excerpt, excerpt_separator: separator } = text.data;
  if (description) return printed(description);
  if ((excerpt ?? null) !== null) return printed(excerpt) || undefined;
  return (separator ?? config.excerptSeparator) === "" ? undefined : tools.excerpt(text);
}

const characterData = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** A name may stand for an entry of `_data/authors`. */
function authorOf({ data }: JekyllText, site: JekyllSite): unknown {
  const author =
    data.author || (Array.isArray(data.authors) ? data.authors[0] : undefined) || site.config.values.author;
  return (typeof author === "string" ? hashOf(site.data.authors)[author] : undefined) ?? author;
}

function authorElement(author: unknown): string {
  const { name, email, uri } = isPlainHash(author) ? author : { name: author };
  const others = `${email ? `<email>${xml(email)}</email>` : ""}${uri ? `<uri>${xml(uri)}</uri>` : ""}`;
  return `<author><name>${xml(name)}</name>${others}</author>`;
}

function imageElements(image: unknown, { config }: JekyllSite): string {
  const path = printed(hashOf(image).path ?? image);
  if (path === "" || (isPlainHash(image) && !image.path)) return "";
  const url = xml(path.includes("://") ? path : absoluteUrl(path, config));
  const space = 'xmlns:media="http://search.yahoo.com/mrss/"';
  return `<media:thumbnail ${space} url="${url}" /><media:content medium="image" url="${url}" ${space} />`;
}
