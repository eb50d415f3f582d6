import type { KnownNames } from "../../layout/jekyll/engine.js";
import { programFingerprint } from "../../lib/program-fingerprint.js";
import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { BuildOptions, TemplateProfile } from "../../model/build.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { addPluginPage, type PluginPage } from "../../model/jekyll/plugin-page.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Message } from "../../model/message.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import type { Clock } from "../clock.js";
import { conflictsOf } from "./conflicts.js";
import { createConverters } from "./converters.js";
import { type FeedTools, jekyllFeeds } from "./feed.js";
import { createFinisher } from "./finish.js";
import { headTags } from "./head-tags.js";
import { createMarkdownCache } from "./markdown-cache.js";
import { markdownProblem } from "./markdown-problem.js";
import type { Regenerator } from "./regenerator.js";
import { createJekyllRenderer, renderAll } from "./render.js";
import { jekyllSitemap } from "./sitemap.js";
import { toldSteps } from "./told-steps.js";
import { unsupportedOf } from "./unsupported.js";

export interface RenderedJekyllSite {
  /** Its texts have their output. */
  readonly site: JekyllSite;
  readonly messages: readonly Message[];
  /** What an incremental build did not render, as its output stands. */
  readonly standing: ReadonlySet<JekyllText>;
  readonly profile: readonly TemplateProfile[];
  /** The tags and filters that there are. */
  readonly known: KnownNames;
}

/**
 * Reads a site of the Jekyll shape and renders it, whole unless there is a `regenerator`; nothing is published. Throws a
 * `UserError`.
 */
export function renderJekyllSite(
  config: JekyllConfig,
  options: BuildOptions,
  clock: Clock,
  regenerator?: Regenerator,
): RenderedJekyllSite {
  const theme = findTheme(config);
  const site = readJekyllSite(config, theme);
  site.messages.push(...unsupportedOf(config));
  if (!theme && config.values.theme) site.messages.push(themeMissing(config.values.theme));
  clock.lap("read");

  const report = (message: Message): void => void site.messages.push(message);
  const converters = createConverters(site, createMarkdownCache(config, programFingerprint()), report);
  const renderer = createJekyllRenderer({
    site,
    converters,
    head: headTags(site, converters.markdown),
    finish: createFinisher(config),
    report,
    depend: (text, path) => regenerator?.depend(text, path),
  });
  runGenerators(site, renderer.dropOf, converters.markdown);
  addPluginPages(site, { smartQuotes: converters.smartQuotes, excerpt: renderer.excerptOf });
  const texts = [...allDocuments(site), ...site.pages];
  const standing = new Set(texts.filter((text) => regenerator?.isDue(text) === false));
  for (const text of standing) text.postpone(() => renderer.render(text));
  const due = texts.filter((text) => !standing.has(text));
  if (options.verbose) site.messages.push(...toldSteps(texts, due, config.destination));
  const errors = [...markdownProblem(config, due), ...renderAll(due, renderer)];
  clock.lap("render");

  const messages = [...site.messages, ...errors, ...conflictsOf(site, config.destination)];
  return {
    site,
    messages: distinct(messages),
    standing,
    profile: renderer.profile(),
    known: renderer.known,
  };
}

/** In the order in which the configuration names the plugins. */
function addPluginPages(site: JekyllSite, tools: FeedTools): void {
  const makers: Readonly<Record<string, () => readonly PluginPage[]>> = {
    "jekyll-feed": () => jekyllFeeds(site, tools),
    "jekyll-sitemap": () => jekyllSitemap(site),
  };
  for (const plugin of site.config.plugins)
    if (Object.hasOwn(makers, plugin)) for (const page of makers[plugin]!()) addPluginPage(site, page);
}

function themeMissing(theme: unknown): Message {
  if (typeof theme !== "string") {
    const kind = Array.isArray(theme) ? "Array" : typeof theme === "object" ? "Hash" : typeof theme;
    const reason = `Theme: value of 'theme' in config should be String to use gem-based themes, but got ${kind}`;
    return { severity: "warning", ruleId: "theme-missing", reason };
  }
  return {
    severity: "error",
    ruleId: "theme-missing",
    reason: `The ${theme} theme could not be found.`,
    note: "Gems cannot be used: put the theme's `_layouts`, `_includes`, `_sass` and `assets` into `_themes/<name>`, or install it as a package",
  };
}

/** What several pages say in the same words is said once. */
function distinct(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
