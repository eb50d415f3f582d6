import { createHash } from "node:crypto";
import { analyzeSync, type Template, toValueSync } from "liquidjs";

/** A parsed template with the text that it was parsed from. */
export interface ParsedTemplate {
  readonly name: string;
  readonly text: string;
  readonly templates: readonly Template[];
}

/** Computes what follows from a template once: layouts share most of their includes. */
function once<T>(compute: (templates: readonly Template[]) => T): (templates: readonly Template[]) => T {
  const known = new WeakMap<readonly Template[], { readonly result: T }>();
  return (templates) => {
    const found = known.get(templates) ?? { result: compute(templates) };
    known.set(templates, found);
    return found.result;
  };
}

/** Names of the includes that a template may call, in any branch; `"all"` when a name is computed. */
export const includesOf = once(findIncludes);

function findIncludes(templates: readonly Template[]): ReadonlySet<string> | "all" {
  const names = new Set<string>();
  for (const template of descend(templates)) {
    if (template.partialScope === undefined) continue;
    const name = template.partialScope()?.name;
    if (name === undefined) return "all";
    names.add(name);
  }
  return names;
}

/** Every template that is reachable from the given ones through includes; an include that does not exist is left out. */
export function reachable(
  start: readonly ParsedTemplate[],
  includeNames: readonly string[],
  find: (name: string) => ParsedTemplate | undefined,
): readonly ParsedTemplate[] {
  const found = new Map<string, ParsedTemplate>();
  const waiting = [...start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.name)) continue;
    found.set(next.name, next);
    const names = includesOf(next.templates);
    for (const name of names === "all" ? includeNames : names) {
      const include = find(name);
      if (include !== undefined) waiting.push(include);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Hash of the templates' texts and of the published paths of the assets that they name. */
export function fingerprintOf(templates: readonly ParsedTemplate[], assets: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const { name, text } of templates) hash.update(`${name}\0${text}\0`);
  hash.update(JSON.stringify(assetsNamedIn(templates, assets)));
  return hash.digest("hex").slice(0, 32);
}

/** What the filters read without the layout naming it. */
const alwaysUsed = ["baseurl", "lang", "timezone", "url"];

/** First-level keys of `site` that the templates read, sorted; `"all"` when one reads `site` as a whole. */
export function globalsOf(templates: readonly ParsedTemplate[]): readonly string[] | "all" {
  const keys = new Set(alwaysUsed);
  for (const { text, templates: parsed } of templates) {
    const named = keysOfSite(parsed);
    if (named === "all") return named;
    for (const key of named) keys.add(key);
    // LiquidJS does not look into the text of an expression: `where_exp: "post", "post.lang == site.lang"`.
    for (const match of text.matchAll(/\bsite\.([\w-]+)/g)) keys.add(match[1]!);
  }
  return [...keys].sort();
}

/** Keys of `site` that a template itself names; `"all"` when it reads `site` as a whole. */
const keysOfSite = once((templates): ReadonlySet<string> | "all" => {
  const keys = new Set<string>();
  for (const { segments } of analyzeSync([...templates], { partials: false }).variables.site ?? []) {
    const key = segments[1];
    if (typeof key !== "string") return "all";
    keys.add(key);
  }
  return keys;
});

function assetsNamedIn(
  templates: readonly ParsedTemplate[],
  assets: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const used: Record<string, string> = {};
  for (const { text } of templates) {
    const literal = [...text.matchAll(/(["'])([^"']+)\1\s*\|\s*asset_url/g)];
    if (literal.length < text.split("asset_url").length - 1) return assets;
    for (const match of literal) used[match[2]!] = assets[match[2]!] ?? "";
  }
  return used;
}

function* descend(templates: readonly Template[]): Generator<Template> {
  for (const template of templates) {
    yield template;
    // A generator that works its result out in steps, as all of LiquidJS does; without partials it reads nothing.
    if (template.children) yield* descend(toValueSync(template.children(false, true)) as Template[]);
  }
}
