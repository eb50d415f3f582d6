import { suggest } from "../lib/suggest.js";
import type { Cover, FrontMatter } from "../model/front-matter.js";
import type { Message } from "../model/message.js";
import { type Field, type Found, fields } from "./fields.js";
import { conflict, invalidDate, passwordProblem } from "./key-problems.js";
import { normalizeKey } from "./keys.js";
import { withoutEmails } from "./privacy.js";
import { type Entry, isList, type Value } from "./value.js";

export interface SchemaOptions {
  /** For dates without an offset. */
  readonly timezone: string;
  /** Categories and tags that mean "none". */
  readonly noCategories: readonly string[];
  /** `false`: nobody misses a date. */
  readonly dates?: boolean;
  /** Whether each value tells where it came from, which only `explain` asks. */
  readonly withOrigins?: boolean;
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
  const { found, sources, read } = readClaims(entries, file, options, messages);
  for (const entry of entries) {
    const problem = passwordProblem(entry, found.status) ?? misspelling(entry, found);
    if (problem) messages.push({ ...problem, file, line: entry.line, column: entry.column });
  }
  const extra = extraOf(entries, read);
  const origins = options.withOrigins ? describeOrigins(sources, entries, extra) : {};
  return { frontMatter: { ...assemble(found), extra, origins }, messages };
}

interface Readings {
  readonly found: Partial<Found>;
  /** The entries that each field was made of. */
  readonly sources: ReadonlyMap<keyof Found, readonly Entry[]>;
  /** Keys whose value is in `found`. */
  readonly read: ReadonlySet<Entry>;
}

function readClaims(entries: readonly Entry[], file: string, options: SchemaOptions, messages: Message[]): Readings {
  const context = {
    timezone: options.timezone,
    none: lowerCase(options.noCategories),
    has: (key: string) => entries.some((entry) => normalizeKey(entry.key) === key),
    reportBadDate: (entry: Entry) => messages.push(invalidDate(entry, file)),
  };
  const found: Record<string, unknown> = {};
  const sources = new Map<keyof Found, Entry[]>();
  const read = new Set<Entry>();
  for (const { field, entry } of claimsOf(entries)) {
    const { key, line, column } = entry;
    const value = field.read(entry.value, context, entry);
    if (value === undefined) continue;
    read.add(entry);
    const before = found[field.name];
    if (before === undefined || field.combine) {
      found[field.name] = before === undefined ? value : field.combine?.(before as never, value as never);
      const from = sources.get(field.name);
      if (from) from.push(entry);
      else sources.set(field.name, [entry]);
    } else if (disputed.has(field.name) && before !== value) {
      messages.push(conflict(field.name, key, keyAndLine(sources.get(field.name)![0]!), { file, line, column }));
    }
  }
  return { found: found as Partial<Found>, sources, read };
}

const loweredNames = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Made once for all posts. */
function lowerCase(names: readonly string[]): ReadonlySet<string> {
  let lowered = loweredNames.get(names);
  if (!lowered) {
    lowered = new Set(names.map((name) => name.toLowerCase()));
    loweredNames.set(names, lowered);
  }
  return lowered;
}

function keyAndLine({ key, line }: Entry): string {
  return `key "${key}", line ${line}`;
}

/** Model field → the keys that it was made of; `extra.key` for the keys that the model does not know. */
function describeOrigins(
  sources: Readings["sources"],
  entries: readonly Entry[],
  extra: Readonly<Record<string, Value>>,
): Readonly<Record<string, string>> {
  const origins: Record<string, string> = {};
  for (const [field, from] of sources) {
    const name = partOf[field] ?? field;
    origins[name] = [...(origins[name] ? [origins[name]] : []), ...from.map(keyAndLine)].join(" and ");
  }
  for (const entry of entries) if (Object.hasOwn(extra, entry.key)) origins[`extra.${entry.key}`] = keyAndLine(entry);
  return origins;
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
  const order = seriesOrder !== undefined ? { order: seriesOrder } : {};
  const series = seriesName ? { series: { name: seriesName, ...order } } : {};
  // Assigned, not spread: V8 defines each further field of such a literal ten times as slowly.
  return Object.assign(
    rest,
    {
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
    },
    series,
  );
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

/** Fields of which a post has one, so that two keys with two values need a look. */
const disputed: ReadonlySet<string> = new Set(["title", "date", "updated", "permalink", "slug", "lang", "redirectTo"]);

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
  const meant = meantKey(key, found);
  if (meant === undefined) return undefined;
  return {
    severity: "info",
    ruleId: "unknown-key",
    reason: `"${key}" is no key that Pumice knows; did you mean "${meant}"?`,
    note: `Rename it to "${meant}", or leave it if a layout reads it`,
  };
}

/** The key that the post lacks and that this one was probably meant to be. */
function meantKey(key: string, found: Partial<Found>): string | undefined {
  const normal = normalizeKey(key);
  if (claimsByKey.has(normal)) return undefined;
  const missing = important.filter((name) => found[name] === undefined);
  return suggest(normal, [...missing, ...importantSwitches]);
}

/** Misspelt keys with what they were meant to be, for those who mend them. */
export function misspeltKeys(
  entries: readonly Entry[],
  options: SchemaOptions,
): readonly { readonly entry: Entry; readonly meant: string }[] {
  const { found } = readClaims(entries, "", options, []);
  return entries.flatMap((entry) => {
    const meant = meantKey(entry.key, found);
    return meant === undefined ? [] : [{ entry, meant }];
  });
}
