import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { programFingerprint } from "../../lib/program-fingerprint.js";
import type { BuildOptions, BuiltSite, TemplateProfile, Written } from "../../model/build.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { writtenTexts } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { countBySeverity, UserError } from "../../model/message.js";
import type { Output } from "../../model/output.js";
import { noPictures } from "../../model/picture.js";
import type { Site } from "../../model/site.js";
import { assertSafeDestination } from "../../writer/destination.js";
import { acquireLock } from "../../writer/lock.js";
import { readManifest } from "../../writer/manifest.js";
import { openPlace, openStateFolder, type Place } from "../../writer/place.js";
import { finishInterrupted, publish } from "../../writer/publish.js";
import { clearStage, createStager } from "../../writer/stage.js";
import { startClock } from "../clock.js";
import { configOfJekyll } from "../config-of.js";
import { clearDestination } from "./clear-destination.js";
import { outputsOf } from "./outputs.js";
import { openRegenerator } from "./regenerator.js";
import { renderJekyllSite } from "./rendered-site.js";

/** Builds a site of the Jekyll shape: read, generate, render, write. Throws a `UserError` for what Jekyll refuses. */
export async function buildJekyllSite(config: JekyllConfig, options: BuildOptions): Promise<BuiltSite> {
  const clock = startClock();
  refuseDestination(config);
  const state = openStateFolder(config.source);
  const place = openPlace(state, config.source, config.destination);
  assertSafeDestination(configOfJekyll(config), place, true);
  const unlock = await acquireLock(state);
  try {
    finishInterrupted(place);
    clearStage(place);
    const earlier = readManifest(place.manifest).files;
    const isThere = (output: string): boolean => earlier.has(output) && existsSync(join(config.destination, output));
    const regenerator = openRegenerator(config, isThere, programFingerprint());
    const { site, messages, standing, profile } = renderJekyllSite(config, options, clock, regenerator);
    const counts = countBySeverity(messages);
    const ok = counts.error === 0 && !(options.strict && counts.warning > 0);
    const outputs = outputsOf(site, standing);
    const kept = keptOf(standing, outputs);
    // What cannot be staged, on a full disk for one, must not cost the site that stands there.
    const staged = ok ? outputs.map(createStager(place)) : [];
    if (ok) clearDestination(config, new Set([...earlier.keys(), ...outputs.map(({ path }) => path)]));
    const written = ok ? publish(place, { staged, kept }) : nothingWritten;
    if (ok) regenerator.remember(writtenTexts(site));
    clock.lap("write");
    return {
      ok,
      messages,
      skipped: [],
      config: configOfJekyll(config),
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
      ...(options.profile || config.values.profile === true
        ? { profile: { stages: clock.laps, slowestPosts: [], templates: slowestFirst(profile) } }
        : {}),
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

const nothingWritten: Written = { added: [], changed: [], removed: [], unchanged: 0 };

function sizeOf(place: Place): { readonly files: number; readonly bytes: number } {
  const { files } = readManifest(place.manifest);
  return { files: files.size, bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0) };
}

/** The files of what was not rendered, unless something else has taken their place. */
function keptOf(standing: ReadonlySet<JekyllText>, outputs: readonly Output[]): ReadonlySet<string> {
  const taken = new Set(outputs.map(({ path }) => path));
  return new Set([...standing].map(({ outputPath }) => outputPath).filter((path) => !taken.has(path)));
}

function slowestFirst(templates: readonly TemplateProfile[]): readonly TemplateProfile[] {
  return templates.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 50);
}

/** What lists and servers ask Pumice's own model for, a Jekyll site does not have. */
function emptySite(config: JekyllConfig): Site {
  return {
    config: configOfJekyll(config),
    posts: [],
    documents: [],
    taxonomies: [],
    data: {},
    attachments: new Set(),
    pictures: noPictures,
    layouts: new Set(),
    lastModified: 0,
    messages: [],
  };
}
