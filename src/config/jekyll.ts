import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Hash } from "../lib/ruby/hash.js";
import { inspect, isPlainHash } from "../lib/ruby/inspect.js";
import { deepMerge } from "../lib/ruby/merge.js";
import { parseToml, TomlError } from "../lib/ruby/toml.js";
import { isTrue } from "../lib/ruby/truth.js";
import { parseYaml, YamlError } from "../lib/ruby/yaml.js";
import type { BuildOptions } from "../model/build.js";
import type { JekyllConfig } from "../model/jekyll/config.js";
import { templateOfStyle } from "../model/jekyll/url.js";
import { type Message, UserError } from "../model/message.js";
import { hasControls, sanitizedFolder } from "./folder.js";
import { jekyllDefaults, usualExcludes } from "./jekyll-defaults.js";
import { timeZoneOf } from "./jekyll-time-zone.js";

/** Reads a site's configuration as Jekyll does. Throws a `UserError` for what Jekyll refuses. */
export function loadJekyllConfig(flags: BuildOptions = {}): JekyllConfig {
  const base = resolve(flags.source ?? ".");
  const { read, messages } = readConfigFiles(flags, base);
  const values = withCollections(deepMerge(deepMerge(jekyllDefaults, read), fromFlags(flags)));
  refuseWrongLists(read, values);
  if (isTrue(values.relative_permalinks)) throw refusal(noRelativePermalinks);
  return understand(values, base, flags, messages);
}

interface ReadFiles {
  readonly read: Hash;
  readonly messages: readonly Message[];
}

function readConfigFiles(flags: BuildOptions, base: string): ReadFiles {
  const files = flags.config?.map((file) => resolve(file)) ?? [configFileIn(base)].filter((file) => file !== undefined);
  const { read, messages } = readAll(files, base, "UTC");
  // Times without a zone are UTC's and shown in the zone that the same files name.
  const { zone, messages: ofZone } = timeZoneOf(read.timezone);
  return { read: zone === "UTC" ? read : readAll(files, base, zone).read, messages: [...messages, ...ofZone] };
}

/** The files merged; one that cannot be used is left out, and with it those that follow. */
function readAll(files: readonly string[], base: string, zone: string): ReadFiles {
  let read: Hash = {};
  for (const file of files) {
    try {
      read = deepMerge(read, readConfigFile(file, base, zone));
    } catch (error) {
      if (error instanceof UnusableFile) return { read, messages: [error.toMessage()] };
      throw error;
    }
  }
  return { read, messages: [] };
}

/** The values of the site's configuration file or an empty hash: enough to tell what shape the site has. */
export function peekAtConfig(flags: BuildOptions): Hash {
  const base = resolve(flags.source ?? ".");
  const file = flags.config?.[0] ? resolve(flags.config[0]) : configFileIn(base);
  try {
    return file === undefined ? {} : readConfigFile(file, base, "UTC");
  } catch (error) {
    if (error instanceof UserError || error instanceof UnusableFile) return {};
    throw error;
  }
}

function configFileIn(source: string): string | undefined {
  const names = ["_config.yml", "_config.yaml", "_config.toml"];
  return names.map((name) => join(source, name)).find((file) => existsSync(file));
}

function readConfigFile(file: string, base: string, zone: string): Hash {
  const name = relative(base, file).replaceAll("\\", "/");
  if (!existsSync(file)) throw refusal(`Fatal: The configuration file '${file}' could not be found.`);
  if (!/\.(?:toml|ya?ml)$/i.test(file))
    throw new UnusableFile(`No parser for '${file}' is available. Use a .y(a)ml or .toml file instead.`, name);
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  try {
    if (file.toLowerCase().endsWith(".toml")) return parseToml(text, zone);
    const values = parseYaml(text, zone) ?? {};
    if (isPlainHash(values)) return values;
  } catch (error) {
    if (error instanceof YamlError) throw refusal(`This is not valid YAML: ${error.message}`, name, error.line);
    if (error instanceof TomlError) throw refusal(`This is not valid TOML: ${error.message}`, name, error.line);
    throw error;
  }
  throw new UnusableFile(`Configuration file: (INVALID) ${file}`, name);
}

/** A configuration file that holds a list or a text, or that is in another language. */
class UnusableFile extends Error {
  readonly #shown: string;

  constructor(reason: string, shown: string) {
    super(reason);
    this.#shown = shown;
  }

  toMessage(): Message {
    return {
      severity: "warning",
      ruleId: "jekyll-config",
      reason: "WARNING: Error reading configuration. Using defaults (and options).",
      note: this.message,
      file: this.#shown,
    };
  }
}

function fromFlags(flags: BuildOptions): Hash {
  const { drafts, future, unpublished, limitPosts, baseurl, safe, incremental, diskCache, strictFrontMatter } = flags;
  const given: Hash = {
    show_drafts: drafts,
    future,
    unpublished,
    limit_posts: limitPosts,
    baseurl,
    safe,
    incremental,
    disable_disk_cache: diskCache === false ? true : undefined,
    strict_front_matter: strictFrontMatter,
    layouts_dir: flags.layoutsFolder,
    serving: false,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** `collections` as a hash, the posts always among them. */
function withCollections(values: Hash): Hash {
  const written = values.collections ?? {};
  const hash: Hash | undefined = Array.isArray(written)
    ? Object.fromEntries(written.map((label) => [String(label), {}]))
    : isPlainHash(written)
      ? written
      : undefined;
  if (!hash) return values;
  const { posts, ...others } = hash;
  const ofPosts: Hash = { ...(isPlainHash(posts) ? posts : {}), output: true };
  ofPosts.permalink ??= templateOfStyle(String(values.permalink ?? "date"));
  const clean = Object.entries(others).map(([label, settings]) => [label, isPlainHash(settings) ? settings : {}]);
  return { ...values, collections: { posts: ofPosts, ...Object.fromEntries(clean) } };
}

const noRelativePermalinks =
  "Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, not the parent directory. Check https://jekyllrb.com/docs/upgrading/ for more info.";

/** Lists that the configuration names must be lists: of nothing, Jekyll does not take the default. */
function refuseWrongLists(read: Hash, { limit_posts: limit, collections }: Hash): void {
  const { plugins = [] } = read;
  if (!Array.isArray(plugins))
    throw refusal(
      `'plugins' should be set as an array of gem-names, but was: ${inspect(plugins)}. Use 'plugins_dir' instead to set the directory for your non-gemified Ruby plugins.`,
    );
  for (const key of ["include", "exclude"]) {
    const value = read[key] === undefined ? [] : read[key];
    if (!Array.isArray(value)) throw refusal(`'${key}' should be set as an array, but was: ${inspect(value)}.`);
  }
  if (typeof limit !== "number" || limit < 0) throw refusal("limit_posts must be a non-negative number");
  if (!isPlainHash(collections))
    throw refusal(`'collections' should be a list or a hash, but was: ${inspect(collections)}`);
}

function understand(values: Hash, base: string, flags: BuildOptions, messages: readonly Message[]): JekyllConfig {
  // The command line's own default is no wish.
  const isNamed = flags.source !== undefined && flags.source !== ".";
  const source = !isNamed && values.source ? resolve(base, String(values.source)) : base;
  const destination = resolve(flags.destination ?? resolve(base, String(values.destination ?? "_site")));
  const liquid = isPlainHash(values.liquid) ? values.liquid : {};
  const include = stringsOf(values.include);
  return {
    messages,
    values: {
      ...values,
      // As written, where they were.
      source: (isNamed ? flags.source : values.source) ?? source,
      destination: flags.destination ?? values.destination ?? destination,
      exclude: [...stringsOf(values.exclude), ...usualExcludes],
    },
    source,
    destination,
    timezone: timeZoneOf(values.timezone).zone,
    environment: process.env.JEKYLL_ENV ?? "development",
    folders: {
      layouts: folder(values.layouts_dir),
      includes: folder(values.includes_dir),
      data: folder(values.data_dir),
      collections: folder(values.collections_dir),
      cache: folder(values.cache_dir),
    },
    include,
    exclude: [...stringsOf(values.exclude), ...usualExcludes].filter((pattern) => !include.includes(pattern)),
    keepFiles: stringsOf(values.keep_files),
    plugins: pluginsOf(values),
    collections: values.collections as Record<string, Hash>,
    markdownExtensions: new Set(
      String(values.markdown_ext)
        .split(",")
        .map((extension) => `.${extension.toLowerCase()}`),
    ),
    drafts: isTrue(values.show_drafts),
    future: isTrue(values.future),
    unpublished: isTrue(values.unpublished),
    limitPosts: Number(values.limit_posts ?? 0),
    safe: isTrue(values.safe),
    incremental: isTrue(values.incremental),
    diskCache: !isTrue(values.safe) && !isTrue(values.disable_disk_cache),
    strictFrontMatter: isTrue(values.strict_front_matter),
    excerptSeparator: String(values.excerpt_separator ?? ""),
    baseurl: String(values.baseurl ?? ""),
    url: String(values.url ?? ""),
    permalink: String(values.permalink ?? "date"),
    sanitize: values.sanitize !== false,
    liquid: {
      strictFilters: isTrue(liquid.strict_filters),
      strictVariables: isTrue(liquid.strict_variables),
      errorMode: liquid.error_mode === "lax" || liquid.error_mode === "strict" ? liquid.error_mode : "warn",
    },
  };
}

/** In safe mode only what the owner's whitelist names. */
function pluginsOf(values: Hash): ReadonlySet<string> {
  const named = [...stringsOf(values.plugins), ...stringsOf(values.gems)];
  const allowed = stringsOf(values.whitelist);
  return new Set(isTrue(values.safe) ? named.filter((name) => allowed.includes(name)) : named);
}

function folder(written: unknown): string {
  const given = String(written ?? "");
  if (hasControls(given)) throw refusal(`${JSON.stringify(given)} is no name of a folder`);
  return sanitizedFolder(given);
}

function stringsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
}

function refusal(reason: string, file?: string, line?: number): UserError {
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
  // Exit code 1, as everything that goes wrong in Jekyll has.
  return new UserError([{ severity: "error", ruleId: "jekyll-config", reason, ...place }]);
}
