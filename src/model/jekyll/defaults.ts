import { fnmatch } from "../../lib/ruby/fnmatch.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { inspect, isPlainHash } from "../../lib/ruby/inspect.js";
import { deepMerge } from "../../lib/ruby/merge.js";
import type { Message } from "../message.js";

/** Front matter defaults: all values that the configuration gives to a file of a type. */
export type FrontMatterDefaults = (path: string, type: string | undefined) => Hash;

interface DefaultSet {
  readonly path: string;
  readonly type?: string;
  readonly values: Hash;
}

const renamedTypes: Readonly<Record<string, string>> = { page: "pages", post: "posts", draft: "drafts" };

/** Reads the key `defaults`; paths are relative to the source, `collectionsDir` is taken off them. */
export function createDefaults(sets: unknown, collectionsDir: string): FrontMatterDefaults {
  const valid = (Array.isArray(sets) ? sets : []).flatMap((set) => readSet(set, collectionsDir));
  const known = new Map<string, Hash>();
  return (path, type) => {
    const key = `${type}\0${path}`;
    const found = known.get(key) ?? merge(valid.filter((set) => applies(set, path.replace(/^\//, ""), type)));
    known.set(key, found);
    return found;
  };
}

/** Warnings about sets that say nothing, and about types that have another name since. */
export function problemsOfDefaults(sets: unknown): readonly Message[] {
  const all = Array.isArray(sets) ? sets : [];
  const invalid = all.filter((set) => !isPlainHash(set) || !isPlainHash(set.values));
  return [
    ...invalid.map(
      (set): Message => ({
        severity: "warning",
        ruleId: "defaults-set",
        reason: "Defaults: An invalid front-matter default set was found:",
        note: inspect(set),
        file: "_config.yml",
      }),
    ),
    ...renamedTypesIn(all),
  ];
}

function renamedTypesIn(sets: readonly unknown[]): readonly Message[] {
  const scopes = sets.map((set) => isPlainHash(set) && set.scope);
  const types = scopes.map((scope) => String(isPlainHash(scope) ? scope.type : ""));
  return types
    .filter((type) => Object.hasOwn(renamedTypes, type))
    .map((type) => ({
      severity: "warning",
      ruleId: "defaults-type",
      reason: `Defaults: The '${type}' type has become '${renamedTypes[type]}'.`,
      note: `Defaults: Please update your front-matter defaults to use 'type: ${renamedTypes[type]}'.`,
      file: "_config.yml",
    }));
}

function readSet(set: unknown, collectionsDir: string): DefaultSet[] {
  if (!isPlainHash(set) || !isPlainHash(set.values)) return [];
  const scope = isPlainHash(set.scope) ? set.scope : {};
  const path = typeof scope.path === "string" ? scope.path : "";
  const below = collectionsDir !== "" && path.startsWith(`${collectionsDir}/`);
  const type = scope.type === undefined ? undefined : String(scope.type);
  return [
    {
      path: below ? path.slice(collectionsDir.length + 1) : path,
      ...(type === undefined ? {} : { type: renamedTypes[type] ?? type }),
      values: set.values,
    },
  ];
}

function applies(set: DefaultSet, path: string, type: string | undefined): boolean {
  if (set.type !== undefined && set.type !== type) return false;
  if (!set.path.includes("*")) return path.startsWith(set.path);
  // A pattern names files or folders, and what begins with such a name is meant, too.
  return prefixesOf(path).some((prefix) => matchesWithinSegments(set.path, prefix));
}

function prefixesOf(path: string): string[] {
  const segments = path.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function matchesWithinSegments(pattern: string, path: string): boolean {
  if (pattern.includes("**")) return fnmatch(pattern.replace(/\*\*\//g, "*"), path);
  const [wanted, given] = [pattern.replace(/\/$/, "").split("/"), path.split("/")];
  return wanted.length === given.length && wanted.every((segment, index) => fnmatch(segment, given[index]!));
}

function merge(sets: readonly DefaultSet[]): Hash {
  let merged: Hash = {};
  let old: DefaultSet | undefined;
  for (const set of sets) {
    if (hasPrecedence(set, old)) {
      merged = deepMerge(merged, set.values);
      old = set;
    } else merged = deepMerge(set.values, merged);
  }
  return merged;
}

/** A longer path is more particular, and with equal paths a type is. */
function hasPrecedence(set: DefaultSet, old: DefaultSet | undefined): boolean {
  if (!old) return true;
  if (set.path.length !== old.path.length) return set.path.length >= old.path.length;
  return set.type !== undefined || old.type === undefined;
}
