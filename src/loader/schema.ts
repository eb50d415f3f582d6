import { suggest } from "../lib/suggest.js";
import type { Cover, FrontMatter } from "../model/front-matter.js";
import type { Message } from "../model/message.js";
import { type Field, type Found, fields } from "./fields.js";
import { normalizeKey } from "./keys.js";
import { withoutEmails } from "./privacy.js";
import { readName } from "./text.js";
import { type Entry, isList, type Value } from "./value.js";

export interface SchemaOptions {
  /** For dates without an offset. */
  readonly timezone: string;
  /** Categories and tags that mean "none". */
  readonly noCategories: readonly string[];
}

export interface Mapped {
  readonly frontMatter: FrontMatter;
  readonly messages: readonly Message[];
}

/** A key that says something about a field. */
interface Claim {
  readonly field: Field;
  /** The smaller, the stronger. */
  readonly rank: number;
  readonly entry: Entry;
}

const claimsByKey = new Map<string, { readonly field: Field; readonly rank: number }[]>();
for (const [row, field] of fields.entries()) {
  for (const [index, key] of field.keys.entries()) {
    const claims = claimsByKey.get(key) ?? [];
    claimsByKey.set(key, [...claims, { field, rank: row * 100 + index }]);
  }
}

/** Maps the keys of a front matter onto the model, whatever they are called. Unknown keys are kept in `extra`. */
export function mapFrontMatter(entries: readonly Entry[], file: string, options: SchemaOptions): Mapped {
  const messages: Message[] = [];
  const { found, origins, read } = readClaims(entries, file, options, messages);
  for (const entry of entries) {
    const problem = passwordProblem(entry, found) ?? misspelling(entry, found);
    if (problem) messages.push({ ...problem, file, line: entry.line, column: entry.column });
  }
  return { frontMatter: { ...assemble(found), extra: extraOf(entries, read), origins }, messages };
}

interface Readings {
  readonly found: Partial<Found>;
  readonly origins: Record<string, string>;
  /** Keys whose value is in `found`. */
  readonly read: ReadonlySet<Entry>;
}

function readClaims(entries: readonly Entry[], file: string, options: SchemaOptions, messages: Message[]): Readings {
  const keys = new Set(entries.map(({ key }) => normalizeKey(key)));
  const context = {
    timezone: options.timezone,
    none: new Set(options.noCategories.map((name) => name.toLowerCase())),
    has: (key: string) => keys.has(key),
    reportBadDate: (entry: Entry) => messages.push(badDate(entry, file)),
  };
  const found: Record<string, unknown> = {};
  const origins: Record<string, string> = {};
  const read = new Set<Entry>();
  for (const { field, entry } of claimsOf(entries)) {
    const { key, line, column } = entry;
    const value = field.read(entry.value, context, entry);
    if (value === undefined) continue;
    read.add(entry);
    const before = found[field.name];
    const origin = `key "${key}", line ${line}`;
    const name = partOf[field.name] ?? field.name;
    if (before === undefined || field.combine) {
      found[field.name] = before === undefined ? value : field.combine?.(before as never, value as never);
      origins[name] = origins[name] === undefined ? origin : `${origins[name]} and ${origin}`;
    } else if (disputed.has(field.name) && before !== value) {
      messages.push(conflict(field.name, key, origins[field.name]!, { file, line, column }));
    }
  }
  return { found: found as Partial<Found>, origins, read };
}

/** The fields of the model that some findings are parts of. */
const partOf: Partial<Record<keyof Found, keyof FrontMatter>> = {
  coverAlt: "covers",
  coverCaption: "covers",
  authorUrl: "authors",
  seriesName: "series",
  seriesOrder: "series",
};

function claimsOf(entries: readonly Entry[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const entry of entries) {
    for (const { field, rank } of claimsByKey.get(normalizeKey(entry.key)) ?? []) claims.push({ field, rank, entry });
  }
  return claims.sort((a, b) => a.rank - b.rank);
}

function assemble(found: Partial<Found>): Omit<FrontMatter, "extra" | "origins"> {
  const { covers, coverAlt, coverCaption, authors = [], authorUrl, seriesName, seriesOrder, ...rest } = found;
  const [first, ...others] = authors;
  return {
    ...rest,
    keywords: unique(found.keywords),
    categories: unique(found.categories),
    tags: unique(found.tags),
    aliases: unique(found.aliases),
    covers: assembleCovers(covers ?? [], coverAlt, coverCaption),
    authors: first && authorUrl && !first.url ? [{ ...first, url: authorUrl }, ...others] : authors,
    pin: found.pin ?? 0,
    status: found.status ?? "published",
    hidden: found.hidden ?? false,
    noindex: found.noindex ?? false,
    ids: found.ids ?? {},
    ...(seriesName
      ? { series: { name: seriesName, ...(seriesOrder !== undefined ? { order: seriesOrder } : {}) } }
      : {}),
  };
}

/** Each picture once; the separate keys for a text about it belong to the first. */
function assembleCovers(
  covers: readonly Cover[],
  alt: string | undefined,
  caption: string | undefined,
): readonly Cover[] {
  const bySource = new Map<string, Cover>();
  for (const cover of covers) bySource.set(cover.src, { ...cover, ...bySource.get(cover.src) });
  const [first, ...others] = bySource.values();
  if (!first) return [];
  return [{ ...(alt ? { alt } : {}), ...(caption ? { caption } : {}), ...first }, ...others];
}

function unique(names: readonly string[] = []): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}

/** The keys that the model has no place for, and known ones whose value says nothing to it. Comments that exports put into the front matter are other people's, with their addresses. */
function extraOf(entries: readonly Entry[], read: ReadonlySet<Entry>): Readonly<Record<string, Value>> {
  const extra: Record<string, Value> = Object.create(null);
  for (const entry of entries) {
    const normal = normalizeKey(entry.key);
    if (read.has(entry) || entry.key === "__proto__" || (normal === "comments" && isList(entry.value))) continue;
    if (claimsByKey.has(normal) && (entry.value === null || disputed.has(normal))) continue;
    const value = withoutEmails(entry.key, entry.value);
    if (value !== undefined) extra[entry.key] = value;
  }
  return extra;
}

function badDate({ key, value, line, column }: Entry, file: string): Message {
  return {
    severity: "warning",
    ruleId: "invalid-date",
    reason: `The value of "${key}" is no date that exists: ${readName(value)?.slice(0, 40)}`,
    note: "Write it as 2025-02-26 22:55:23 +0800",
    file,
    line,
    column,
  };
}

/** Fields of which a post has one, so that two keys with two values need a look. */
const disputed: ReadonlySet<string> = new Set(["title", "date", "updated", "permalink", "slug", "lang", "redirectTo"]);

function conflict(
  field: string,
  key: string,
  winner: string,
  place: Pick<Message, "file" | "line" | "column">,
): Message {
  return {
    severity: "info",
    ruleId: "conflicting-keys",
    reason: `"${key}" says something else about the post's ${field} than the ${winner}, which counts`,
    note: "Delete the key that is wrong",
    ...place,
  };
}

function passwordProblem({ key, value }: Entry, { status = "published" }: Partial<Found>): Message | undefined {
  if (normalizeKey(key) !== "password" || value === null || value === "" || value === false) return undefined;
  if (status !== "published") return undefined;
  return {
    severity: "error",
    ruleId: "password",
    reason: "The post asks for a password, but a static site cannot: it would be published for everyone",
    note: "Set `published: false`, or delete the password if everyone may read the post",
  };
}

/** Keys that are missed when they are misspelt. */
const important: readonly (keyof Found)[] = [
  "title",
  "date",
  "tags",
  "categories",
  "description",
  "layout",
  "permalink",
];
const importantSwitches = ["draft", "published"];

function misspelling({ key }: Entry, found: Partial<Found>): Message | undefined {
  const normal = normalizeKey(key);
  if (claimsByKey.has(normal)) return undefined;
  const missing = important.filter((name) => found[name] === undefined);
  const meant = suggest(normal, [...missing, ...importantSwitches]);
  if (meant === undefined) return undefined;
  const reason = `"${key}" is no key that Pumice knows; did you mean "${meant}"?`;
  return {
    severity: "info",
    ruleId: "unknown-key",
    reason,
    note: `Rename it to "${meant}", or leave it if a layout reads it`,
  };
}
