import { formatIso } from "../lib/dates.js";
import type { Config } from "./config.js";
import type { Document } from "./document.js";
import type { ExplainedField, Explanation } from "./explanation.js";
import { readFileName } from "./file-name.js";
import type { FrontMatter } from "./front-matter.js";
import { languageOf } from "./language.js";
import { permalinkOf } from "./permalink.js";
import type { Post } from "./post.js";

/** The values that a post has in the end, each with where it came from. Those that are empty are left out. */
export function explainFields(
  document: Document,
  post: Post,
  config: Config,
  kind: Explanation["kind"],
): readonly ExplainedField[] {
  const { frontMatter } = document;
  const given = (name: keyof FrontMatter, value: unknown = frontMatter[name]) =>
    field(name, value, originOf(frontMatter, name));
  const derived = kind === "page" ? pageFields(document) : postFields(document, post, config);
  const dates = (["updated", "expires"] as const).map((name) => given(name, dateOf(frontMatter[name], config)));
  return [
    ...derived,
    ...dates,
    ...others.map((name) => given(name)),
    ...Object.entries(frontMatter.extra).map(([key, value]) =>
      field(`extra.${key}`, value, frontMatter.origins[`extra.${key}`] ?? "front matter"),
    ),
  ].filter((one) => !isEmpty(one));
}

/** Values that are as the front matter has them. */
const others = [
  "subtitle",
  "categories",
  "tags",
  "keywords",
  "authors",
  "pin",
  "hidden",
  "noindex",
  "toc",
  "math",
  "comments",
  "aliases",
  "redirectTo",
  "link",
  "canonical",
  "translationKey",
  "series",
  "license",
  "layout",
  "renderWithLiquid",
  "mediaPath",
  "excerptSeparator",
] as const;

const field = (name: string, value: unknown, from: string): ExplainedField => ({ name, value, from });

function originOf({ origins }: FrontMatter, name: keyof FrontMatter, otherwise = "default"): string {
  return origins[name] ?? otherwise;
}

function pageFields({ frontMatter }: Document): readonly ExplainedField[] {
  return (["title", "description", "permalink", "slug", "lang"] as const).map((name) =>
    field(name, frontMatter[name], originOf(frontMatter, name)),
  );
}

function postFields(document: Document, post: Post, config: Config): readonly ExplainedField[] {
  const { frontMatter } = document;
  const own = (name: keyof FrontMatter, otherwise: string) => originOf(frontMatter, name, otherwise);
  return [
    field("title", post.title, titleOrigin(document, post)),
    frontMatter.date === undefined
      ? field("date", "none", "neither the front matter nor the file name")
      : field("date", dateOf(post.date, config), own("date", "file name")),
    field("description", post.description, own("description", "first sentences of the text")),
    field("slug", post.slug, own("slug", "file name")),
    field("permalink", permalinkOf(post, config).permalink, own("permalink", `config: ${config.permalink}`)),
    field("status", frontMatter.status, own("status", "default")),
    field("lang", languageOf(post, config), own("lang", post.textLang ? "the words of the text" : "config")),
    coverField(document, post),
    field("source", post.source, own("source", "the saved page")),
    field("ids", post.frontMatter.ids, idsOrigin(document, post)),
  ];
}

function titleOrigin({ path, frontMatter }: Document, { title, headings }: Post): string {
  const key = frontMatter.origins.title;
  if (title === frontMatter.title && key) return key;
  if (frontMatter.title !== undefined) return `heading of the page, over ${key}, which says the same`;
  if (headings[0]?.text === title) return "first heading";
  const words = (text: string) => text.toLowerCase().replace(/[-_\s]+/g, " ");
  return words(title) === words(readFileName(path).slug) ? "file name" : "heading of the page";
}

/** A picture that was named and not taken is as much of an answer as one that was. */
function coverField({ frontMatter }: Document, { cover }: Post): ExplainedField {
  const from = frontMatter.origins.covers;
  if (cover) return field("cover", cover, from ?? "the body");
  const refused = frontMatter.covers.length > 0;
  return field("cover", refused ? "none: a service of random pictures" : undefined, from ?? "");
}

function idsOrigin({ frontMatter }: Document, post: Post): string {
  const fromPage = Object.keys(post.frontMatter.ids).some((key) => !Object.hasOwn(frontMatter.ids, key));
  return [...(frontMatter.origins.ids ? [frontMatter.origins.ids] : []), ...(fromPage ? ["the saved page"] : [])].join(
    " and ",
  );
}

function dateOf(instant: number | undefined, config: Config): string | undefined {
  return instant === undefined ? undefined : formatIso(instant, config.timezone);
}

/** What the model has where a post says nothing; a switch that the post turned off is something. */
function isEmpty({ value, from }: ExplainedField): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (value === false || value === 0) return from === "default";
  return typeof value === "object" && Object.keys(value).length === 0;
}
