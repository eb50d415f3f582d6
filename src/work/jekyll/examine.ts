import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { type JekyllSite, writtenTexts } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import { conflictsOf } from "./conflicts.js";
import { createConverters } from "./converters.js";
import { headTags } from "./head-tags.js";
import { createMarkdownCache } from "./markdown-cache.js";
import { createJekyllRenderer } from "./render.js";
import { unknownLiquidOf } from "./unknown-liquid.js";
import { unsupportedOf } from "./unsupported.js";

/** What a site of Jekyll's shape has, and everything about it that will fail or surprise. */
export interface JekyllFindings {
  readonly posts: number;
  readonly messages: readonly Message[];
}

/** Reads a site, and renders nothing of it. Throws a `UserError` for what Jekyll refuses to read. */
export function examineJekyllSite(config: JekyllConfig): JekyllFindings {
  const site = readJekyllSite(config, findTheme(config));
  const ignore = () => {};
  const converters = createConverters(site, createMarkdownCache({ ...config, diskCache: false }, ""), ignore);
  const renderer = createJekyllRenderer({
    site,
    converters,
    head: headTags(site, converters.markdown),
    report: ignore,
    depend: ignore,
    finish: (html) => html,
  });
  runGenerators(site, renderer.dropOf, converters.markdown);
  const messages = [
    ...site.messages,
    ...unsupportedOf(config),
    ...unknownLiquidOf(site, renderer.known),
    ...conflictsOf(site, (output) => output),
    ...caseConflictsOf(site),
  ];
  return { posts: site.posts.documents.length, messages };
}

/** URLs that are two on one file system and one on another. */
function caseConflictsOf(site: JekyllSite): readonly Message[] {
  const paths = new Map<string, Map<string, string>>();
  for (const { url, relativePath } of writtenTexts(site)) {
    const same = paths.get(url.toLowerCase()) ?? new Map<string, string>();
    paths.set(url.toLowerCase(), same.set(url, relativePath));
  }
  return [...paths]
    .filter(([, same]) => same.size > 1)
    .map(([url, same]) => ({
      severity: "warning",
      ruleId: "case-conflict",
      reason: `Warning: The following URLs only differ by case. On a case-insensitive file system one of the URLs will be overwritten by the other: ${url}: ${[...same.values()].join(", ")}`,
      file: [...same.values()][0]!,
    }));
}
