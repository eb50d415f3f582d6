import { relative } from "node:path";
import type { KnownNames } from "../../layout/jekyll/engine.js";
import { programFingerprint } from "../../lib/program-fingerprint.js";
import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { BuildOptions, TemplateProfile } from "../../model/build.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import type { Message } from "../../model/message.js";
import type { Output } from "../../model/output.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import { redirectList } from "../../pages/jekyll/redirects.js";
import type { Clock } from "../clock.js";
import { conflictsOf } from "./conflicts.js";
import { createConverters } from "./converters.js";
import { jekyllFeeds } from "./feed.js";
import { createFinisher } from "./finish.js";
import { headTags } from "./head-tags.js";
import { createMarkdownCache } from "./markdown-cache.js";
import { createJekyllRenderer, renderAll } from "./render.js";
import { jekyllSitemap } from "./sitemap.js";
import { unsupportedOf } from "./unsupported.js";

export interface RenderedJekyllSite {
  /** Its texts have their output. */
  readonly site: JekyllSite;
  /** Files that plugins add: feeds, the sitemap. */
  readonly ofPlugins: readonly Output[];
  readonly messages: readonly Message[];
  /** Absolute paths that texts were made with, by the text's path. */
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly profile: readonly TemplateProfile[];
  /** The tags and filters that there are. */
  readonly known: KnownNames;
}

/** Reads a site of the Jekyll shape and renders it whole; nothing is published. Throws a `UserError`. */
export function renderJekyllSite(config: JekyllConfig, options: BuildOptions, clock: Clock): RenderedJekyllSite {
  const theme = findTheme(config);
  const site = readJekyllSite(config, theme);
  site.messages.push(...unsupportedOf(config));
  if (!theme && config.values.theme) site.messages.push(themeMissing(config));
  clock.lap("read");

  const report = (message: Message): void => void site.messages.push(message);
  const converters = createConverters(site, createMarkdownCache(config, programFingerprint()), report);
  const dependencies = new Map<string, Set<string>>();
  const renderer = createJekyllRenderer({
    site,
    converters,
    head: headTags(site, converters.markdown),
    finish: createFinisher(config),
    report,
    depend: (text, path) => void dependencies.set(text.path, (dependencies.get(text.path) ?? new Set()).add(path)),
  });
  runGenerators(site, renderer.dropOf, converters.markdown);
  const texts = [...allDocuments(site), ...site.pages];
  if (options.verbose) for (const text of texts) report(info("rendering", `Rendering: ${text.relativePath}`));
  const errors = renderAll(texts, renderer);
  clock.lap("render");

  const messages = [...site.messages, ...errors, ...conflictsOf(site, (output) => shownOutput(output, config))];
  const ofPlugins = [
    ...jekyllFeeds(site, { smartQuotes: converters.smartQuotes, excerpt: renderer.excerptOf }),
    ...jekyllSitemap(site),
    ...redirectList(site),
  ];
  return {
    site,
    ofPlugins,
    messages: distinct(messages),
    dependencies,
    profile: renderer.profile(),
    known: renderer.known,
  };
}

function themeMissing({ values }: JekyllConfig): Message {
  return {
    severity: "warning",
    ruleId: "theme-missing",
    reason: `The ${String(values.theme)} theme could not be found.`,
    note: "Gems cannot be used: put the theme's `_layouts`, `_includes`, `_sass` and `assets` into `_themes/<name>`, or install it as a package",
  };
}

function info(ruleId: string, reason: string): Message {
  return { severity: "info", ruleId, reason };
}

function shownOutput(output: string, { source, destination }: JekyllConfig): string {
  return `${relative(source, destination).replaceAll("\\", "/")}/${output}`;
}

/** What several pages say in the same words is said once. */
function distinct(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
