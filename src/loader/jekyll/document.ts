import { statSync } from "node:fs";
import { join } from "node:path";
import type { Hash } from "../../lib/ruby/hash.js";
import { inspect, isPlainHash, toRubyText } from "../../lib/ruby/inspect.js";
import { deepMerge } from "../../lib/ruby/merge.js";
import { parseRubyTime } from "../../lib/ruby/parse-time.js";
import { RubyTime } from "../../lib/ruby/time.js";
import type { Collection } from "../../model/jekyll/site.js";
import { titleOfSlug } from "../../model/jekyll/slugify.js";
import { extensionOf, JekyllText, type TextSource, withoutExtension } from "../../model/jekyll/text.js";
import { type Message, UserError } from "../../model/message.js";
import type { Reading } from "./reading.js";
import { readSourceText, readYamlFile } from "./source-text.js";

const datedName = /^(?:.+\/)??(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;
const datelessName = /^(?:.+\/)?(.*)(\.[^.]+)$/;

/** Whether a file of `_posts` is a post: its name begins with a date. */
export function isPostName(path: string): boolean {
  return datedName.test(path);
}

/** Reads a document of a collection as Jekyll does: defaults, front matter, then what the file's name and place say. */
export function readDocument(path: string, collection: Collection, reading: Reading): JekyllText {
  const { config } = reading;
  const relativePath = relativeTo(reading.collectionsFolder, path);
  const isDraft = collection.label === "posts" && !relativePath.includes(collection.relativeDirectory);
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/\.ya?ml$/.test(name)) return readYamlDocument({ path, relativePath, name }, collection, reading);
  const read = readSourceText(path, relativePath, config.timezone);
  if (read.problem) report(read.problem, reading);
  const categories = foldersAbove(relativePath, isDraft ? "_drafts" : collection.relativeDirectory);
  let data: Hash = { draft: isDraft, categories };
  data = merge(data, reading.defaults(relativePath, collection.label), "front matter defaults", relativePath, reading);
  data = merge(data, read.data, "YAML front matter", relativePath, reading);
  data = nameAndDate(data, relativePath, reading);
  data.categories = withTexts(data.categories as unknown[], listOf(data, "category", "categories"));
  data.tags = listOf(data, "tag", "tags");
  const usualDate = isDraft ? new RubyTime(statSync(path).mtimeMs, config.timezone) : reading.time;
  const { content, contentLine } = read;
  return new JekyllText({ path, relativePath, name, data, content, contentLine }, config, collection, usualDate);
}

/** A file of YAML is all data, without defaults and without what its name says; its page is empty. */
function readYamlDocument(
  place: Pick<TextSource, "path" | "relativePath" | "name">,
  collection: Collection,
  { config, time }: Reading,
): JekyllText {
  const data = readYamlFile(place.path, place.relativePath, config.timezone);
  return new JekyllText({ ...place, data, content: "", contentLine: 1 }, config, collection, time);
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** Folders that `_posts` lies in are categories. */
function foldersAbove(relativePath: string, special: string): string[] {
  if (relativePath.startsWith(special)) return [];
  const at = relativePath.indexOf(special);
  const above = at < 0 ? "" : relativePath.slice(0, at);
  return above.split("/").filter((folder) => folder !== "");
}

/** Categories add up, and dates are understood. */
function merge(data: Hash, added: Hash, source: string, shown: string, reading: Reading): Hash {
  const { categories } = added;
  const list = typeof categories === "string" ? categories.split(/\s+/).filter(Boolean) : categories;
  const merged = deepMerge(data, added);
  if (list !== undefined && list !== null) {
    const all = Array.isArray(list) ? list : [list];
    merged.categories = unique([...((data.categories as unknown[] | undefined) ?? []), ...all]);
  } else if (categories === null) merged.categories = data.categories;
  if (merged.date !== undefined && merged.date !== null) merged.date = dateOf(merged.date, source, shown, reading);
  return merged;
}

function dateOf(written: unknown, source: string, shown: string, { config, collectionsFolder }: Reading): RubyTime {
  const time = written instanceof RubyTime ? written : parseRubyTime(toRubyText(written), config.timezone);
  if (time) return new RubyTime(time.instant, config.timezone);
  throw new UserError([
    {
      severity: "error",
      ruleId: "invalid-date",
      reason: `Error: could not read file ${join(collectionsFolder, shown)}: Invalid date '${String(written)}': Document '${shown}' does not have a valid date in the ${source}.`,
      file: shown,
    },
  ]);
}

function nameAndDate(data: Hash, relativePath: string, reading: Reading): Hash {
  const dated = datedName.exec(relativePath);
  const name = relativePath.slice(relativePath.lastIndexOf("/") + 1);
  const slug = (dated?.[2] ?? datelessName.exec(relativePath)?.[1] ?? withoutExtension(name)).replace(/\.+$/, "");
  const found = { ...data };
  if (dated && !(data.date instanceof RubyTime && !data.date.equals(reading.time)))
    found.date = dateOf(dated[1], "filename", relativePath, reading);
  found.title = given(found.title) ?? titleOfSlug(slug);
  found.slug = given(found.slug) ?? slug;
  found.ext = given(found.ext) ?? dated?.[3] ?? extensionOf(name);
  return found;
}

/** Ruby's `||`: `false` is no value. */
const given = (value: unknown): unknown => (value === false ? undefined : value);

/** The value of the singular key, or the list or words of the plural one. */
function listOf(data: Hash, singular: string, plural: string): unknown[] {
  const one = data[singular];
  if (one !== undefined && one !== null) return [one].flat(Number.POSITIVE_INFINITY).filter((part) => part !== null);
  const many = data[plural];
  if (typeof many === "string") return many.split(/\s+/).filter(Boolean);
  if (Array.isArray(many)) return many.flat(Number.POSITIVE_INFINITY).filter((part) => part !== null);
  return isPlainHash(many) ? [] : [];
}

/** Categories are texts, and what is written otherwise stands beside its text. */
function withTexts(list: readonly unknown[], more: readonly unknown[]): unknown[] {
  const texts = [...list, ...more].map((part) => (Array.isArray(part) ? inspect(part) : toRubyText(part)));
  return unique([...list, ...texts]);
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** A broken front matter is a warning, and an error where the owner wants it strict. */
export function report(problem: Message, { config, messages }: Reading): void {
  messages.push(config.strictFrontMatter ? { ...problem, severity: "error" } : problem);
}
