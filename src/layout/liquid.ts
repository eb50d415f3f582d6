import { type FS, Liquid } from "liquidjs";
import { escapeHtml } from "../lib/escape.js";
import { SafeHtml } from "../model/safe-html.js";
import { renderDirectly } from "./direct/index.js";
import { declarePure } from "./direct/pure-filters.js";
import { type FilterOptions, registerFilters } from "./filters/index.js";
import type { SiteGlobals } from "./globals.js";
import { HtmlDrop } from "./html-drop.js";
import { registerTags } from "./tags/index.js";
import type { TemplateFile } from "./template-files.js";

export interface LiquidSettings extends FilterOptions {
  readonly globals: SiteGlobals;
}

/** LiquidJS as our layouts know it: Jekyll's includes, our tags and filters, escaping unless it is switched off. */
export function createLiquid(
  { globals, ...options }: LiquidSettings,
  includes: ReadonlyMap<string, TemplateFile>,
): Liquid {
  renderDirectly();
  const liquid = new Liquid({
    fs: includeFiles(includes),
    relativeReference: false,
    // With it, LiquidJS takes names without quotes and `name=value`, as Jekyll does.
    jekyllInclude: true,
    dynamicPartials: false,
    jekyllWhere: true,
    cache: true,
    // A list or text of so many elements is no page: `(1..10000000000)` would take all memory before any limit of time.
    memoryLimit: 100_000_000,
    globals: { site: globals.site },
    ...(options.autoescape && { outputEscape }),
  });
  registerFilters(liquid, globals, options);
  registerTags(liquid);
  return liquid;
}

/** The includes as LiquidJS's file system: names are looked up in the list, never on the disk. */
function includeFiles(includes: ReadonlyMap<string, TemplateFile>): FS {
  const byPath = new Map([...includes.values()].map((file) => [file.path, file]));
  const readFileSync = (path: string): string => byPath.get(path)!.text;
  const existsSync = (path: string): boolean => byPath.has(path);
  return {
    resolve: (_folder, name) => includes.get(name)?.path ?? name,
    existsSync,
    readFileSync,
    exists: async (path) => existsSync(path),
    readFile: async (path) => readFileSync(path),
  };
}

declarePure([outputEscape]);

function outputEscape(value: unknown): string {
  if (typeof value === "string") return escapeHtml(value);
  if (value instanceof HtmlDrop || value instanceof SafeHtml) return value.html;
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.map(outputEscape).join("") : escapeHtml(String(value));
}
