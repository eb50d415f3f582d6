import { timeOf } from "../../layout/jekyll/filters/dates.js";
import { escapeOnce, normalizeWhitespace, stripHtml } from "../../layout/jekyll/filters/text.js";
import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import { printed, toJson } from "../../layout/jekyll/values.js";
import type { HeadTag } from "../../layout/jekyll/world.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import { structuredData } from "./seo-structured-data.js";

/** What jekyll-seo-tag makes of a page: everything is text for an attribute, or missing. */
export interface SeoFacts {
  readonly title: string | undefined;
  readonly pageTitle: string | undefined;
  readonly siteTitle: string | undefined;
  readonly description: string | undefined;
  readonly canonical: string;
  readonly locale: string;
  /** ISO 8601, in the site's time zone. */
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly author: Hash;
  /** With the whole address under `path`. */
  readonly image: Hash | undefined;
  readonly isHome: boolean;
}

const version = "2.8.0";

/** `{% seo %}`: title, description, address, Open Graph, Twitter's card and JSON-LD, as jekyll-seo-tag 2.8 writes them. */
export function seoTag(site: JekyllSite, markdown: (text: string) => string): HeadTag {
  const plain = (value: unknown): string | undefined =>
    escapeOnce(normalizeWhitespace(stripHtml(markdown(printed(value))))) || undefined;
  return (text, markup, read) => {
    const facts = factsOf(site, text?.paginator, read, plain);
    const data = structuredData(facts, site.config, read, plain);
    const lines = [
      `<!-- Begin Jekyll SEO tag v${version} -->`,
      ...(facts.title && !/title=false/i.test(markup) ? [`<title>${facts.title}</title>`] : []),
      name("generator", "Jekyll v4.3.4"),
      ...metaTags(facts, site, text?.paginator, read),
      `<script type="application/ld+json">\n${toJson(data).replaceAll("<", "\\u003c")}</script>`,
      "<!-- End Jekyll SEO tag -->",
    ];
    return `${lines.join("\n")}\n`;
  };
}

type Read = (name: string) => unknown;
type Plain = (value: unknown) => string | undefined;

function factsOf(site: JekyllSite, paginator: Hash | undefined, read: Read, plain: Plain): SeoFacts {
  const { config } = site;
  const { values } = config;
  const siteTitle = plain(values.title || values.name);
  const pageTitle = plain(read("title")) ?? siteTitle;
  const siteDescription = plain(values.description);
  const published = moment(read("date"), site);
  return {
    title: titleOf(siteTitle, pageTitle, siteDescription, plain(values.tagline), pageNumber(paginator, values)),
    pageTitle,
    siteTitle,
    // An empty description hides the excerpt, not the site's description.
    description: plain(given(read("description")) ?? read("excerpt")) ?? siteDescription,
    canonical:
      printed(read("canonical_url")) || absoluteUrl(printed(read("url")), config).replace(/\/index\.html$/, "/"),
    locale: printed(read("locale") || values.locale || read("lang") || values.lang || "en_US").replaceAll("-", "_"),
    published,
    modified: moment(hashOf(read("seo")).date_modified || read("last_modified_at"), site) ?? published,
    author: authorOf(site, read),
    image: imageOf(site, read("image")),
    isHome: /^\/(about\/)?(index.html?)?$/.test(printed(read("url"))),
  };
}

function titleOf(
  site: string | undefined,
  page: string | undefined,
  description: string | undefined,
  tagline: string | undefined,
  number: string,
): string | undefined {
  if (site && page !== site) return `${number}${page} | ${site}`;
  if (site && description) return `${number}${site} | ${tagline ?? description}`;
  return page && number + page;
}

function pageNumber(paginator: Hash | undefined, values: Hash): string {
  if (!(Number(paginator?.page) > 1)) return "";
  const message = String(values.seo_paginator_message ?? "Page %<current>s of %<total>s for ");
  return message.replace(/%<(current|total)>s/g, (_, key) =>
    String(key === "current" ? paginator?.page : paginator?.total_pages),
  );
}

/** What counts in Ruby: all but `nil` and `false`. */
const given = (value: unknown): unknown => (value === false ? undefined : (value ?? undefined));

const hashOf = (value: unknown): Hash => (isPlainHash(value) ? value : {});

function moment(value: unknown, site: JekyllSite): string | undefined {
  const zone = site.config.timezone;
  return timeOf(value, zone)?.in(zone).format("%Y-%m-%dT%H:%M:%S%:z");
}

/** The page's author, the first of its authors or the site's; a name may stand for an entry of `_data/authors`. */
function authorOf({ config, data }: JekyllSite, read: Read): Hash {
  const authors = read("authors");
  const sources = [read("author"), Array.isArray(authors) ? authors[0] : undefined, config.values.author];
  const author = sources.find((source) => printed(source) !== "");
  if (typeof author !== "string") return hashOf(author);
  return { name: author, ...hashOf(hashOf(data.authors)[author]) };
}

function imageOf({ config }: JekyllSite, written: unknown): Hash | undefined {
  const image: Hash = typeof written === "string" ? { path: written } : hashOf(written);
  const path = image.path ?? image.facebook ?? image.twitter;
  if ((path ?? null) === null || path === "") return undefined;
  return { ...image, path: encoded(absoluteUrl(printed(path), config)) };
}

/** What is encoded already stays so. */
const encoded = (url: string): string => encodeURI(url.toWellFormed()).replace(/%25(?=[\da-f]{2})/gi, "%");

const attribute = (value: unknown): string => escapeOnce(printed(value));
const name = (key: string, value: unknown): string => `<meta name="${key}" content="${attribute(value)}" />`;
const property = (key: string, value: unknown): string => `<meta property="${key}" content="${attribute(value)}" />`;

/** A tag for each value that there is. */
function some(write: typeof name, pairs: readonly (readonly [key: string, value: unknown])[]): string[] {
  return pairs.filter(([, value]) => (value ?? false) !== false).map(([key, value]) => write(key, value));
}

function metaTags(facts: SeoFacts, site: JekyllSite, paginator: Hash | undefined, read: Read): string[] {
  const { config } = site;
  const { author, image, description, pageTitle } = facts;
  const link = (rel: string, href: string): string => `<link rel="${rel}" href="${attribute(href)}" />`;
  const page = (rel: string, path: unknown): string[] => (path ? [link(rel, absoluteUrl(printed(path), config))] : []);
  return [
    ...some(property, [["og:title", pageTitle]]),
    ...some(name, [["author", author.name]]),
    property("og:locale", facts.locale),
    ...some(name, [["description", description]]),
    ...some(property, [["og:description", description]]),
    // An empty address counts in Liquid.
    ...((config.values.url ?? false) !== false
      ? [link("canonical", facts.canonical), property("og:url", facts.canonical)]
      : []),
    ...some(property, [
      ["og:site_name", facts.siteTitle],
      ["og:image", image?.path],
      ["og:image:height", image?.height],
      ["og:image:width", image?.width],
      ["og:image:alt", image?.alt],
      ["og:type", facts.published ? "article" : "website"],
      ["article:published_time", facts.published],
    ]),
    ...page("prev", paginator?.previous_page_path),
    ...page("next", paginator?.next_page_path),
    ...cardOf(facts, config.values, read),
    ...verifications(config.values),
  ];
}

function cardOf({ image, pageTitle, author }: SeoFacts, values: Hash, read: Read): string[] {
  const [twitter, facebook] = [values.twitter, hashOf(values.facebook)];
  const handle = (value: unknown): string => `@${printed(value).replaceAll("@", "")}`;
  const card = hashOf(read("twitter")).card || hashOf(twitter).card || "summary_large_image";
  const creator = author.twitter ?? author.name;
  return [
    name("twitter:card", image ? card : "summary"),
    ...some(property, [["twitter:image", image?.path]]),
    ...some(name, [["twitter:image:alt", image?.alt]]),
    ...some(property, [["twitter:title", pageTitle]]),
    ...(twitter ? [name("twitter:site", handle(hashOf(twitter).username))] : []),
    ...(twitter && typeof creator === "string" ? [name("twitter:creator", handle(creator))] : []),
    ...some(property, [
      ["fb:admins", facebook.admins],
      ["article:publisher", facebook.publisher],
      ["fb:app_id", facebook.app_id],
    ]),
  ];
}

function verifications(values: Hash): string[] {
  const known = values.webmaster_verifications;
  if (!known) return some(name, [["google-site-verification", values.google_site_verification]]);
  const { google, bing, alexa, yandex, baidu, facebook } = hashOf(known);
  return some(name, [
    ["google-site-verification", google],
    ["msvalidate.01", bing],
    ["alexaVerifyID", alexa],
    ["yandex-verification", yandex],
    ["baidu-site-verification", baidu],
    ["facebook-domain-verification", facebook],
  ]);
}
