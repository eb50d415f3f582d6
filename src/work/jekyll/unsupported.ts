import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { Message } from "../../model/message.js";
import { publishedPlugins } from "./published-plugins.js";

/** Plugins whose work Pumice does, whole or the common part. */
const known = new Set(
  "jekyll-paginate jekyll-redirect-from jekyll-feed jekyll-sitemap jekyll-seo-tag jekyll-gist jekyll-include-cache jekyll-sass-converter jekyll-archives jekyll-titles-from-headings jekyll-optional-front-matter jekyll-relative-links jekyll-mentions jekyll-toc jekyll-last-modified-at jekyll-paginate-v2 jemoji".split(
    " ",
  ),
);

/** Says what the site uses and Pumice cannot run: plugins written in Ruby. */
export function unsupportedOf({ plugins, source, values, safe }: JekyllConfig): readonly Message[] {
  const unknown = [...plugins].filter((name) => !known.has(name));
  const isRequired = (name: string): boolean => Array.isArray(values.plugins) && values.plugins.includes(name);
  const folder = String(values.plugins_dir ?? "_plugins");
  const isThere = !safe && existsSync(join(source, folder));
  const files = isThere ? readdirSync(join(source, folder)).filter((name) => name.endsWith(".rb")) : [];
  return [
    ...unknown.map((name) =>
      isRequired(name) && !publishedPlugins.has(name)
        ? missing(name)
        : warning(`The plugin ${name} is not built in, so what it does is missing`, "_config.yml"),
    ),
    ...files.map((name) => warning(`The Ruby plugin ${folder}/${name} cannot be run`, `${folder}/${name}`)),
  ];
}

function missing(name: string): Message {
  return {
    severity: "error",
    ruleId: "jekyll-plugin",
    reason: `Dependency Error: Yikes! It looks like you don't have ${name} or one of its dependencies installed.`,
    note: "Ruby's plugins cannot be run: take the name out of `plugins`, if the site can do without it",
    file: "_config.yml",
  };
}

function warning(reason: string, file: string): Message {
  return { severity: "warning", ruleId: "jekyll-plugin", reason, file };
}
