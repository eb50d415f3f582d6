import { createRequire } from "node:module";
import { join } from "node:path";
import { escapeHtml } from "../../lib/escape.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { type Message, UserError } from "../../model/message.js";
import { convertKramdown, smartQuotes } from "../../pipeline/kramdown/convert.js";
import { kramdownOptions } from "../../pipeline/kramdown/options.js";
import { rougeHtml } from "../../pipeline/kramdown/rouge.js";
import { withoutDanger } from "../../pipeline/trust.js";
import type { MarkdownCache } from "./markdown-cache.js";

/** From the formats that people write to those that browsers read. */
export interface Converters {
  readonly markdown: (text: string) => string;
  readonly smartQuotes: (text: string) => string;
  readonly highlight: (code: string, language: string) => string;
  /** Throws a `UserError`: for wrong Sass, and when Sass is not installed. */
  readonly sass: (text: string, syntax: "scss" | "indented") => string;
  /** A post's HTML without what could harm its readers, unless the owner trusts the post. */
  readonly trusted: (html: string, text: JekyllText) => string;
}

export function createConverters(
  site: JekyllSite,
  cache: MarkdownCache,
  report: (message: Message) => void,
): Converters {
  const { config } = site;
  const options = kramdownOptions(config.values.kramdown, config.values.highlighter);
  const markdown = (text: string): string => cache.get(text, () => convertKramdown(text, options));
  return {
    markdown,
    smartQuotes: (text) => smartQuotes(text, options),
    highlight: (code, language) => (options.highlights ? rougeHtml(code, language) : escapeHtml(code)),
    sass: (text, syntax) => compileSass(text, syntax, site),
    trusted(html, text) {
      if (!config.sanitize || text.data.sanitize === false) return html;
      const { html: safe, removed } = withoutDanger(html);
      if (removed.length > 0) report(removedFromPost(text, removed));
      return safe;
    },
  };
}

function removedFromPost({ relativePath }: JekyllText, removed: readonly string[]): Message {
  return {
    severity: "warning",
    ruleId: "unsafe-html",
    reason: `Removed from ${relativePath}: ${[...new Set(removed)].join(", ")}`,
    note: "If the post is your own, say `sanitize: false` in its front matter, in `defaults` or in `_config.yml`",
    file: relativePath,
  };
}

interface Sass {
  compileString(text: string, options: object): { readonly css: string };
}

function compileSass(text: string, syntax: "scss" | "indented", { config, theme }: JekyllSite): string {
  const settings = isPlainHash(config.values.sass) ? config.values.sass : {};
  const folders = [settings.sass_dir ?? "_sass", ...[settings.load_paths ?? []].flat()];
  try {
    return `${
      loadSass().compileString(text, {
        syntax,
        style: settings.style === "compressed" ? "compressed" : "expanded",
        loadPaths: [
          ...folders.map((folder) => join(config.source, String(folder))),
          ...(theme ? [join(theme, "_sass")] : []),
        ],
        silenceDeprecations: ["import", "global-builtin", "color-functions", "slash-div"],
        quietDeps: true,
        logger: { warn: () => {}, debug: () => {} },
      }).css
    }\n`;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = `Conversion error: ${String((error as Error).message).split("\n\n", 1)[0]}`;
    throw new UserError([{ severity: "error", ruleId: "sass", reason }]);
  }
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
