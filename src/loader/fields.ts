import { parseDate } from "../lib/dates.js";
import type { FrontMatter } from "../model/front-matter.js";
import { readAuthors } from "./authors.js";
import { readCovers, readFeaturedResources } from "./covers.js";
import { readDraft, readPublished, readStatus, stricter } from "./status.js";
import { readKeywords, readTerm, readTerms } from "./terms.js";
import { readName, readNames, readNumber, readSwitch, readText, readWebUrl } from "./text.js";
import { type Entry, isMap, type Value } from "./value.js";

/** What is found in a front matter before it is put together: fields of the model, and parts of some. */
export interface Found extends Required<Omit<FrontMatter, "series" | "extra" | "origins">> {
  readonly coverAlt: string;
  readonly coverCaption: string;
  readonly authorUrl: string;
  readonly seriesName: string;
  readonly seriesOrder: number;
}

export interface ReaderContext {
  readonly timezone: string;
  /** Names of categories and tags that mean "none", in lower case. */
  readonly none: ReadonlySet<string>;
  /** Whether the front matter has a key, given in its normal spelling. */
  readonly has: (key: string) => boolean;
  /** Tells that the value is no date. */
  readonly reportBadDate: (entry: Entry) => void;
}

/** Undefined: the value says nothing about the field, and the next key may. */
type Reader<T> = (value: Value, context: ReaderContext, entry: Entry) => T | undefined;

/** The keys that say the same thing, in their normal spelling and the strongest first. */
export interface Field {
  readonly name: keyof Found;
  readonly keys: readonly string[];
  readonly read: Reader<unknown>;
  /** How the values of several keys become one; without it the strongest key wins. */
  readonly combine?: (stronger: never, weaker: never) => unknown;
}

/** The keys of the wild. A key may say something about several fields; the order of the rows of one field is their strength. */
export const fields: readonly Field[] = [
  field("title", "title", readTitle),
  field("subtitle", "subtitle", readText),
  field("date", "date pubdatetime pubdate publishdate created createdat creationdate publishedat", readDate),
  field("date", "published", readPublishedDate),
  field("date", "dategmt", (value, context, entry) => readDate(value, { ...context, timezone: "UTC" }, entry)),
  field("updated", "lastmodifiedat lastmod updated updatedat moddatetime modified modifiedtime updateddate", readDate),
  field("updated", "seo", (value, context, entry) =>
    readDate(isMap(value) ? (value.date_modified ?? null) : null, context, entry),
  ),
  field("expires", "expirydate expires expiredate", readDate),
  field("description", "description desc summary excerpt abstract intro metadescription meta", readName),
  field("keywords", "keywords keyword", readKeywords, concat),
  field("categories", "categories", (value, { none }) => readTerms(value, none), concat),
  field("categories", "category categorie", (value, { none }) => readTerm(value, none), concat),
  field("tags", "tags", (value, { none }) => readTerms(value, none), concat),
  field("tags", "tag topics labels", (value, { none }) => readTerm(value, none), concat),
  field("covers", "image featuredimage featuredimagepreview", readCovers, concat),
  field("covers", "resources", readFeaturedResources, concat),
  field(
    "covers",
    "cover coverimage coverimg thumbnail banner topimg header teaser photos ogimage socialimage images featureimage indeximg" +
      " bannerimage bannerimg img hero heroimage headerimg",
    readCovers,
    concat,
  ),
  field("covers", "meta", (value) => (isMap(value) ? readCovers(value) : undefined), concat),
  field("coverAlt", "imagealt coveralt bannerimagealt heroimagealt", readText),
  field("coverCaption", "imagecaption covercaption", readText),
  field("authors", "author authors copyrightauthor", readAuthors),
  field("authorUrl", "authorlink authorurl copyrightauthorhref", readWebUrl),
  field("pin", "pin pinned sticky top featured", readPin),
  field("pin", "weight", readWeight),
  field("status", "draft", readDraft, stricter),
  field("status", "published publish", readPublished, stricter),
  field("status", "status visibility poststatus", readStatus, stricter),
  field("hidden", "hidden hiddenfromhomepage hiddeninhomelist unlisted", readSwitch, either),
  field("noindex", "noindex", readSwitch, either),
  field("noindex", "robots", readRobots, either),
  field("noindex", "sitemap", readSitemap, either),
  field("toc", "toc showtoc enabletoc", readSwitch),
  field("toc", "notoc disabletoc", opposite(readSwitch)),
  field("math", "math mathjax katex usemath latex", readSwitch),
  field("comments", "comments comment", readSwitch),
  field("comments", "disablecomments nocomments", opposite(readSwitch)),
  field("permalink", "permalink", readName),
  field("permalink", "url", (value) => (readWebUrl(value) ? undefined : readName(value))),
  field("slug", "slug abbrlink", readName),
  field("aliases", "aliases alias redirectfrom bloggerorigurl wordpressurl oldurl", nonEmpty(readNames), concat),
  field(
    "aliases",
    "link",
    nonEmpty((value, { has }) => (has("wordpressid") ? readNames(value) : [])),
    concat,
  ),
  field("redirectTo", "redirectto redirect", readName),
  field("link", "link externallink externalurl", (value, { has }) =>
    has("wordpressid") ? undefined : readWebUrl(value),
  ),
  field("link", "url", readWebUrl),
  field("canonical", "canonicalurl canonical", readWebUrl),
  field("source", "source original originalurl postlink repost reprint", readSource),
  field("source", "arturlencode", readHexUrl),
  field("source", "wordpressurl bloggerorigurl tumblrurl", readWebUrl),
  field("source", "guid", readPublicGuid),
  field("source", "link", (value, { has }) => (has("wordpressid") ? readWebUrl(value) : undefined)),
  field("ids", "artid id wordpressid postid bloggerid tumblrid uuid", readId, merge),
  field(
    "ids",
    "guid",
    (value, context, entry) => (readPublicGuid(value) ? undefined : readId(value, context, entry)),
    merge,
  ),
  field("lang", "lang language locale", readLanguage),
  field("translationKey", "translationkey translationid ref", readName),
  field("seriesName", "series seriestitle seriesname", readSeriesName),
  field("seriesOrder", "seriesorder seriesindex seriesnumber seriespart", readNumber),
  field("seriesOrder", "series", (value) =>
    isMap(value) ? readNumber(value.order ?? value.index ?? value.part ?? null) : undefined,
  ),
  field("license", "license licence copyright cc copyrightinfo", readName),
  field("layout", "layout", readName),
  field("layout", "type format", (value) =>
    /^(?:post|page)$/.test(readName(value) ?? "") ? readName(value) : undefined,
  ),
  field("renderWithLiquid", "renderwithliquid", readSwitch),
  field("renderWithLiquid", "disablenunjucks", opposite(readSwitch)),
  field("mediaPath", "mediasubpath imgpath", readName),
  field("excerptSeparator", "excerptseparator", readName),
];

function field<Name extends keyof Found>(
  name: Name,
  keys: string,
  read: Reader<Found[Name]>,
  combine?: (stronger: Found[Name], weaker: Found[Name]) => Found[Name],
): Field {
  return { name, keys: keys.split(" "), read, ...(combine ? { combine } : {}) };
}

/** Scripts put the date in front of titles, and Tumblr's export calls a post without a title so. */
function readTitle(value: Value): string | undefined {
  const title = readText(value)?.replace(/^\d{4}-\d{1,2}-\d{1,2}-\s*(?=\S)/, "");
  return title === undefined || /^no title$/i.test(title) ? undefined : title;
}

function readDate(value: Value, { timezone, reportBadDate }: ReaderContext, entry: Entry): number | undefined {
  const text = readName(value);
  if (text === undefined) return undefined;
  const date = parseDate(text, timezone);
  if (date === undefined) reportBadDate(entry);
  return date;
}

/** `published` is a switch in Jekyll and a date elsewhere. */
function readPublishedDate(value: Value, context: ReaderContext, entry: Entry): number | undefined {
  return readSwitch(value) === undefined ? readDate(value, context, entry) : undefined;
}

function readPin(value: Value): number | undefined {
  const on = readSwitch(value);
  const number = readNumber(value) ?? (on === undefined ? undefined : Number(on));
  return number === undefined ? undefined : Math.max(number, 0);
}

/** Hugo's weight: the smallest comes first, and 0 is none. */
function readWeight(value: Value): number | undefined {
  const weight = readNumber(value);
  if (weight === undefined || weight === 0) return undefined;
  return weight > 0 ? 1 / weight : 1 - weight;
}

function readRobots(value: Value): boolean {
  return readNames(value).some((name) => /\b(?:noindex|none)\b/i.test(name));
}

/** A page that is kept out of the sitemap is kept out of search engines. */
function readSitemap(value: Value): boolean | undefined {
  if (isMap(value)) return readSwitch(value.disable ?? value.exclude ?? null);
  return readSwitch(value) === false ? true : undefined;
}

function readSource(value: Value): string | undefined {
  return readWebUrl(isMap(value) ? (value.url ?? value.link ?? null) : value);
}

/** A scraper of CSDN's writes the address in hexadecimal digits with colons strewn in. */
function readHexUrl(value: Value): string | undefined {
  const digits = (readName(value) ?? "").replaceAll(":", "");
  return /^(?:[0-9a-f]{2}){10,1000}$/i.test(digits)
    ? readWebUrl(Buffer.from(digits, "hex").toString("utf8"))
    : undefined;
}

/** WordPress's `?p=123` is an identity, no address that a reader should be sent to. */
function readPublicGuid(value: Value): string | undefined {
  const url = readWebUrl(value);
  return url?.includes("?p=") ? undefined : url;
}

function readId(value: Value, _: ReaderContext, { key }: Entry): Readonly<Record<string, string>> | undefined {
  const id = readName(value);
  return id === undefined || key === "__proto__" ? undefined : { [key]: id };
}

/** A BCP 47 tag. */
function readLanguage(value: Value): string | undefined {
  const tag = readName(value)?.replaceAll("_", "-");
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function readSeriesName(value: Value): string | undefined {
  return readName(isMap(value) ? (value.name ?? value.title ?? null) : value);
}

function nonEmpty<T>(read: (value: Value, context: ReaderContext) => readonly T[]): Reader<readonly T[]> {
  return (value, context) => {
    const list = read(value, context);
    return list.length > 0 ? list : undefined;
  };
}

function either(stronger: boolean, weaker: boolean): boolean {
  return stronger || weaker;
}

function opposite(read: Reader<boolean>): Reader<boolean> {
  return (value, context, entry) => {
    const on = read(value, context, entry);
    return on === undefined ? undefined : !on;
  };
}

function concat<T>(stronger: readonly T[], weaker: readonly T[]): readonly T[] {
  return [...stronger, ...weaker];
}

function merge<T extends object>(stronger: T, weaker: T): T {
  return { ...weaker, ...stronger };
}
