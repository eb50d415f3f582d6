import type { FrontMatter } from "../model/front-matter.js";
import type { PostSummary } from "./post-view.js";

/*
 * Summaries as they are stored: without what most posts have alike, and without what a post has from its front matter. So
 * the index of a site is a quarter smaller, and a list that many posts have empty is one list for all of them.
 */

export type StoredSummary = Partial<Omit<PostSummary, "frontMatter">> & { readonly frontMatter: Partial<FrontMatter> };

type Fields = Record<string, unknown>;

const noElements: readonly never[] = [];
const noFields = {};

/** Of fields that every post has: where one is not stored, it is this. */
const usualFrontMatter = {
  keywords: noElements,
  categories: noElements,
  tags: noElements,
  covers: noElements,
  authors: noElements,
  pin: 0,
  status: "published",
  hidden: false,
  noindex: false,
  aliases: noElements,
  ids: noFields,
  extra: noFields,
  origins: noFields,
} satisfies Partial<FrontMatter>;

/** The same for the summary of a post with this front matter, which may say nothing of title, date and description. */
const usualSummary = ({ title, date, description }: Partial<FrontMatter>) => ({
  title,
  date,
  description,
  urls: noElements,
  topics: noElements,
  hasCode: false,
  messages: noElements,
});

/** What is not usual of a summary. */
export function toStored(summary: PostSummary): StoredSummary {
  const stored: Partial<PostSummary> = unusualOf(summary, usualSummary(summary.frontMatter));
  return { ...stored, frontMatter: unusualOf(summary.frontMatter, usualFrontMatter) };
}

/** The whole summary again, with its fields in another order. */
export function fromStored(stored: StoredSummary): PostSummary {
  const frontMatter = wholeOf(stored.frontMatter, usualFrontMatter);
  // What the front matter does not say is stored.
  const summary = wholeOf(stored, usualSummary(frontMatter));
  return Object.assign(summary, { frontMatter }) as unknown as PostSummary;
}

/** Not spread: of 10,000 posts that takes ten times as long. In the order of `usual`, so that all posts have one shape for V8. */
function wholeOf(given: object, usual: object): Fields {
  const [stored, missing] = [given as Fields, usual as Fields];
  const whole: Fields = {};
  for (const name in missing) whole[name] = stored[name] ?? missing[name];
  for (const name in stored) if (!(name in whole)) whole[name] = stored[name];
  return whole;
}

function unusualOf<T extends object>(
  fields: T,
  usual: { readonly [Name in keyof T]?: T[Name] | undefined },
): Partial<T> {
  const unusual: Partial<T> = {};
  for (const name in fields) if (!isUsual(fields[name], usual[name])) unusual[name] = fields[name];
  return unusual;
}

function isUsual(value: unknown, usual: unknown): boolean {
  return value === usual || (typeof usual === "object" && isEmpty(value as object));
}

function isEmpty(fields: object): boolean {
  for (const _name in fields) return false;
  return true;
}
