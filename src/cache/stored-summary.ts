import type { FrontMatter } from "../model/front-matter.js";
import type { PostSummary } from "./post-view.js";

/*
 * Summaries as they are stored: without what most posts have alike, and without what a post has from its front matter. So
 * they are half as long, and a list that many posts have empty is one list for all of them.
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

export function toStored(summary: PostSummary): StoredSummary {
  const stored: Partial<PostSummary> = unusualOf(summary, usualSummary(summary.frontMatter));
  return { ...stored, frontMatter: unusualOf(summary.frontMatter, usualFrontMatter) };
}

/** Completes what was just parsed, and is nobody else's yet: a copy of it would take ten times as long, and keep more memory. */
export function fromStored(stored: StoredSummary): PostSummary {
  fillIn(stored.frontMatter, usualFrontMatter);
  // What the front matter does not say is stored.
  fillIn(stored, usualSummary(stored.frontMatter));
  return stored as PostSummary;
}

function fillIn(fields: object, usual: object): void {
  const [given, missing] = [fields as Fields, usual as Fields];
  for (const name in missing) if (!(name in given)) given[name] = missing[name];
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
