import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { UserError } from "../../model/message.js";

export interface CompiledSass {
  readonly css: string;
  /** JSON, where the site wants source maps. */
  readonly map?: string;
}

interface Sass {
  compileString(text: string, options: object): { readonly css: string; readonly sourceMap?: SourceMap };
}

interface SourceMap {
  readonly sources: readonly string[];
}

/**
 * Compiles a style sheet as jekyll-sass-converter 3 does; `text` is what it becomes: pages, and only they, get a map, unless
 * `sass: {sourcemap: never}`. Throws a `UserError`: for wrong Sass, and when Sass is not installed.
 */
export function compileSass(
  code: string,
  syntax: "scss" | "indented",
  site: JekyllSite,
  text?: JekyllText,
): CompiledSass {
  const settings = isPlainHash(site.config.values.sass) ? site.config.values.sass : {};
  const isCompressed = settings.style === "compressed";
  const hasMap = text !== undefined && !text.collection && wantsMap(settings.sourcemap, site.config.environment);
  try {
    const { css, sourceMap } = loadSass().compileString(code, {
      syntax,
      style: isCompressed ? "compressed" : "expanded",
      loadPaths: loadPathsOf(site, settings),
      ...(text ? { url: new URL(ofPage + encodeURI(text.relativePath)), importer: nothingBeside } : {}),
      sourceMap: hasMap,
      sourceMapIncludeSources: hasMap,
      silenceDeprecations: ["import", "global-builtin", "color-functions", "slash-div"],
      quietDeps: true,
      logger: { warn: () => {}, debug: () => {} },
    });
    if (!text || !sourceMap) return { css };
    const name = basename(text.outputPath);
    const mark = `${isCompressed ? "" : "\n\n"}/*# sourceMappingURL=${encodeURI(`${name}.map`)} */`;
    return { css: css + mark, map: JSON.stringify(withShownSources(sourceMap, name, site)) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const kind = syntax === "scss" ? "Scss" : "Sass";
    const place = text && `Jekyll::Converters::${kind} encountered an error while converting '${text.shownPath}': `;
    const reason = `Conversion error: ${place ?? ""}${String((error as Error).message)
      .split("\n\n", 1)[0]!
      .replaceAll(ofPage, "")}`;
    throw new UserError([{ severity: "error", ruleId: "sass", reason }]);
  }
}

/** As in Jekyll nothing is loaded from beside a page: `assets/main.scss` imports the `main` of `_sass`, and not itself. */
const nothingBeside = { canonicalize: () => null, load: () => null };

const ofPage = "page:/";

/** `always`, which is usual, `never` or `development`. */
function wantsMap(written: unknown, environment: string): boolean {
  return written === "development" ? environment === "development" : written !== "never";
}

function loadPathsOf({ config, theme }: JekyllSite, settings: Readonly<Record<string, unknown>>): string[] {
  const folders = [settings.sass_dir ?? "_sass", ...[settings.load_paths ?? []].flat()];
  return [...folders.map((folder) => join(config.source, String(folder))), ...(theme ? [join(theme, "_sass")] : [])];
}

/** Nobody shall read in a map where on this machine the site lies. */
function withShownSources(map: SourceMap, file: string, { config, theme }: JekyllSite): object {
  const shown = (url: string): string => {
    if (url.startsWith(ofPage)) return decodeURI(url.slice(ofPage.length));
    if (!url.startsWith("file:")) return url;
    const path = fileURLToPath(url);
    const inSite = relative(config.source, path).replaceAll("\\", "/");
    return !inSite.startsWith("../")
      ? inSite
      : theme
        ? relative(dirname(theme), path).replaceAll("\\", "/")
        : basename(path);
  };
  return { ...map, file, sources: map.sources.map(shown) };
}

let sass: Sass | undefined;

function loadSass(): Sass {
  try {
    sass ??= createRequire(import.meta.url)("sass") as Sass;
    return sass;
  } catch {
    throw new UserError([
      {
        severity: "error",
        ruleId: "sass-missing",
        reason: "This site has style sheets in Sass, and Sass is not installed",
        note: "Run `npm install sass` beside Pumice",
      },
    ]);
  }
}
