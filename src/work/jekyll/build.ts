import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { defaultConfig } from "../../config/defaults.js";
import { programFingerprint } from "../../lib/program-fingerprint.js";
import { readJekyllSite } from "../../loader/jekyll/read-site.js";
import { findTheme } from "../../loader/jekyll/theme.js";
import type { BuildOptions, BuiltSite, Written } from "../../model/build.js";
import type { Config } from "../../model/config.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import { countBySeverity, type Message, UserError } from "../../model/message.js";
import type { Site } from "../../model/site.js";
import { runGenerators } from "../../pages/jekyll/index.js";
import { assertSafeDestination } from "../../writer/destination.js";
import { acquireLock } from "../../writer/lock.js";
import { readManifest } from "../../writer/manifest.js";
import { openPlace, openStateFolder, type Place } from "../../writer/place.js";
import { finishInterrupted, publish } from "../../writer/publish.js";
import { clearStage, createStager } from "../../writer/stage.js";
import { startClock } from "../clock.js";
import { conflictsOf } from "./conflicts.js";
import { createConverters } from "./converters.js";
import { feedsOf } from "./feeds.js";
import { headTags } from "./head-tags.js";
import { createMarkdownCache } from "./markdown-cache.js";
import { outputsOf } from "./outputs.js";
import { createJekyllRenderer, renderAll } from "./render.js";
import { unsupportedOf } from "./unsupported.js";

/** Builds a site of the Jekyll shape: read, generate, render, write. Throws a `UserError` for what Jekyll refuses. */
export async function buildJekyllSite(config: JekyllConfig, options: BuildOptions): Promise<BuiltSite> {
  const clock = startClock();
  refuseDestination(config);
  const state = openStateFolder(config.source);
  const place = openPlace(state, config.source, config.destination);
  assertSafeDestination({ ...config, folders: foldersOf(config) }, place, true);
  const unlock = await acquireLock(state);
  try {
    finishInterrupted(place);
    clearStage(place);
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
      head: headTags(site),
      report,
      depend: (text, path) => void dependencies.set(text.path, (dependencies.get(text.path) ?? new Set()).add(path)),
    });
    runGenerators(site, renderer.dropOf);
    const texts = [...allDocuments(site), ...site.pages];
    if (options.verbose) for (const text of texts) report(info("rendering", `Rendering: ${text.relativePath}`));
    const errors = renderAll(texts, renderer);
    clock.lap("render");

    const messages = [...site.messages, ...errors, ...conflictsOf(site, (output) => shownOutput(output, config))];
    const counts = countBySeverity(messages);
    const ok = counts.error === 0 && !(options.strict && counts.warning > 0);
    const written = ok ? write(site, place) : nothingWritten;
    if (ok && config.incremental) rememberDependencies(config, dependencies);
    clock.lap("write");
    return {
      ok,
      messages: distinct(messages),
      skipped: [],
      config: configForReports(config),
      site: emptySite(config),
      pages: [],
      written,
      counts: {
        ...sizeOf(place),
        posts: site.posts.documents.length,
        pages: site.pages.length,
        fromCache: 0,
      },
      removals: [],
      milliseconds: clock.total(),
      ...(options.profile ? { profile: { stages: clock.laps, slowestPosts: slowest(renderer.durations) } } : {}),
    };
  } finally {
    unlock();
  }
}

function refuseDestination({ source, destination }: JekyllConfig): void {
  const way = relative(destination, source);
  if (way !== "" && (way === ".." || way.startsWith("../"))) return;
  throw new UserError([
    {
      severity: "error",
      ruleId: "unsafe-destination",
      reason: "Destination directory cannot be or contain the Source directory.",
    },
  ]);
}

function foldersOf({ folders }: JekyllConfig) {
  const { layouts, includes, data } = folders;
  return {
    ...defaultConfig().folders,
    layouts,
    includes,
    data,
    posts: "_posts",
    drafts: "_drafts",
    pages: "",
    assets: "",
  };
}

function write(site: JekyllSite, place: Place): Written {
  const outputs = outputsOf(site);
  const taken = new Set(outputs.map(({ path }) => path));
  return publish(place, { staged: [...outputs, ...feedsOf(site, taken)].map(createStager(place)) });
}

const nothingWritten: Written = { added: [], changed: [], removed: [], unchanged: 0 };

function sizeOf(place: Place): { readonly files: number; readonly bytes: number } {
  const { files } = readManifest(place.manifest);
  return { files: files.size, bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0) };
}

/** Jekyll's list of which file was made with which others, for tools that look at it. */
function rememberDependencies({ source }: JekyllConfig, dependencies: ReadonlyMap<string, ReadonlySet<string>>): void {
  const entries = [...dependencies].map(([path, used]) => [path, { deps: [...used] }]);
  writeFileSync(join(source, ".jekyll-metadata"), `${JSON.stringify(Object.fromEntries(entries))}\n`);
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

function slowest(durations: ReadonlyMap<string, number>): { path: string; milliseconds: number }[] {
  return [...durations]
    .map(([path, milliseconds]) => ({ path, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 50);
}

/** The reports of a build only look at where a site lies. */
function configForReports({ source, destination, url, baseurl, timezone }: JekyllConfig): Config {
  return { ...defaultConfig(), source, destination, url, baseurl, timezone };
}

/** What lists and servers ask Pumice's own model for, a Jekyll site does not have. */
function emptySite(config: JekyllConfig): Site {
  return {
    config: configForReports(config),
    posts: [],
    documents: [],
    taxonomies: [],
    data: {},
    attachments: new Set(),
    layouts: new Set(),
    lastModified: 0,
    messages: [],
  };
}
