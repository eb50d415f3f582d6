import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { suggest } from "../../lib/suggest.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { Message } from "../../model/message.js";

/** Plugins whose work Pumice does, whole or the common part. */
const known = new Set(
  "jekyll-paginate jekyll-redirect-from jekyll-feed jekyll-sitemap jekyll-seo-tag jekyll-gist jekyll-include-cache jekyll-sass-converter jekyll-archives jekyll-titles-from-headings jekyll-optional-front-matter jekyll-relative-links jekyll-mentions jekyll-toc jekyll-last-modified-at jekyll-paginate-v2 jemoji".split(
    " ",
  ),
);

/**
 * Says what the site uses and Pumice cannot run: plugins written in Ruby. Jekyll builds with a plugin or not at all; here a site
 * is built without what the plugin would do.
 */
export function unsupportedOf({ plugins, source, values, safe }: JekyllConfig): readonly Message[] {
  const unknown = [...plugins].filter((name) => !known.has(name));
  const folder = String(values.plugins_dir ?? "_plugins");
  const isThere = !safe && existsSync(join(source, folder));
  const files = isThere ? readdirSync(join(source, folder)).filter((name) => name.endsWith(".rb")) : [];
  return [
    ...unknown.map((name) => {
      const near = suggest(name, known);
      const asked = near ? `; did you mean ${near}?` : "";
      return warning(`The plugin ${name} is not built in, so what it does is missing${asked}`, "_config.yml");
    }),
    ...files.map((name) => warning(`The Ruby plugin ${folder}/${name} cannot be run`, `${folder}/${name}`)),
  ];
}

function warning(reason: string, file: string): Message {
  return { severity: "warning", ruleId: "jekyll-plugin", reason, file };
}
