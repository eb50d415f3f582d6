import { rmSync } from "node:fs";
import { isDamagedStore } from "./cache/pack.js";
import { loadJekyllConfig } from "./config/jekyll.js";
import { loadConfig } from "./config/load.js";
import { listSources } from "./loader/list.js";
import type { BuildOptions, BuiltSite, LoadedSite, Written } from "./model/build.js";
import { countBySeverity, type Message } from "./model/message.js";
import { sumRemovals } from "./model/removals.js";
import type { SiteLists } from "./model/site-lists.js";
import { collectAssets, type SiteAssets } from "./work/assets.js";
import { cardsFolder } from "./work/cards/wanted-card.js";
import { checkBuild } from "./work/check-site.js";
import { startClock } from "./work/clock.js";
import { engineOptions, theme } from "./work/engine-options.js";
import { imagesFolder } from "./work/images/site-pictures.js";
import { type InputFiles, listInputFiles } from "./work/input-files.js";
import { forgetPages, openKnownPages } from "./work/known-pages.js";
import { otherFiles } from "./work/other-files.js";
import { pagesToRender } from "./work/pages-to-render.js";
import { createPools } from "./work/pools.js";
import { type ReadSite, readSite } from "./work/read-site.js";
import { recordBuild, takeSnapshot } from "./work/record-build.js";
import { renderPages } from "./work/render-pages.js";
import { forgetSearch, stageSearch } from "./work/search-index.js";
import { refuseJekyll, shapeOf, shapeToBuild } from "./work/shape-of.js";
import { siteKeysOf } from "./work/site-key.js";
import { listsOf } from "./work/site-lists.js";
import { bodyReader, makerOf, openSiteStore, storeFolder } from "./work/site-store.js";
import type { RenderSetup } from "./work/tasks.js";
import { lookAtDestination } from "./writer/altered.js";
import { assertSafeDestination } from "./writer/destination.js";
import { acquireLock } from "./writer/lock.js";
import { sizeOfSite } from "./writer/manifest.js";
import { openPlace, openStateFolder, type Place } from "./writer/place.js";
import { finishInterrupted, publish } from "./writer/publish.js";
import { clearStage, createStager } from "./writer/stage.js";

/**
 * Builds a site: load, process, site, pages, render, write. Throws a `UserError` for what is wrong with the configuration
 * or the destination; what is wrong with the content is in the result, and then nothing was written. `listed`: the input
 * files, where somebody has just listed them.
 */
export async function build(options: BuildOptions = {}, listed?: InputFiles): Promise<BuiltSite> {
  if (shapeToBuild(options) === "jekyll") {
    // Half as large as all the rest, which a site of the other shape need not load.
    const { buildJekyllSite } = await import("./work/jekyll/build.js");
    return buildJekyllSite(loadJekyllConfig(options), options);
  }
  try {
    return await buildOnce(options, listed, options.clean === true);
  } catch (error) {
    if (!isDamagedStore(error)) throw error;
    return await buildOnce(options, listed, true);
  }
}

/** `anew`: without anything that earlier builds have left in the cache. */
async function buildOnce(options: BuildOptions, listed: InputFiles | undefined, anew: boolean): Promise<BuiltSite> {
  const { onProgress = () => {} } = options;
  const clock = startClock();
  const { config, messages: configMessages } = loadConfig(options);
  const state = openStateFolder(config.source);
  const place = openPlace(state, config.source, config.destination);
  assertSafeDestination(config, place, options.force);
  const unlock = await acquireLock(state);
  const pools = createPools();
  try {
    finishInterrupted(place);
    clearStage(place);
    if (anew) forget(state, place);
    const inputs = listed ?? listInputFiles(config, theme);
    const snapshot = takeSnapshot(options, inputs);
    const destination = lookAtDestination(place);
    const store = openSiteStore(state, config);
    clock.lap("open");

    const read = await readSite(config, inputs.sources, store, pools, onProgress, state);
    pools.tidy(read.postFiles - read.fromCache);
    clock.lap("read");

    const assets = collectAssets(config);
    const setup = setupOf(read, assets, place);
    const known = { pages: openKnownPages(place, destination), keys: siteKeysOf(read) };
    const rendered = await renderPages(pagesToRender(read), setup, known, pools, onProgress);
    clock.lap("render");

    const bodyOf = bodyReader(read.stored, store);
    const others = otherFiles(read.site, read.pages, assets, bodyOf);
    const stagedOthers = others.outputs.map(createStager(place));
    const found = checkBuild(read, others.outputs, bodyOf);
    const messages = [...configMessages, ...read.messages, ...rendered.messages, ...others.messages, ...found];
    clock.lap("emit");

    pools.tidy(rendered.staged.length);
    const search = await stageSearch({ site: read.site, stored: read.stored, place, destination }, pools);
    clock.lap("search");

    const ok = isPublishable(messages, rendered.messages, options);
    const site = {
      staged: [...rendered.staged, ...stagedOthers, ...search.staged],
      kept: [...rendered.kept, ...search.kept],
    };
    const written = ok ? publish(place, site) : nothingWritten;
    if (ok) known.pages.remember(rendered.keys);
    if (ok) search.remember();
    clock.lap("write");
    const result = {
      ok,
      config,
      messages,
      skipped: read.skipped,
      site: read.site,
      pages: read.pages,
      written,
      counts: {
        ...sizeOfSite(place.manifest),
        posts: read.site.posts.length,
        pages: read.pages.length,
        fromCache: read.fromCache,
      },
      removals: sumRemovals(read.site.posts.map(({ post }) => read.stored.get(post.path)!.removals)),
      milliseconds: clock.total(),
      ...(options.profile ? { profile: { stages: clock.laps, slowestPosts: read.slowest } } : {}),
    };
    const model = { site: known.keys, globals: setup.engine.globals, fed: others.fed };
    if (ok) recordBuild(state, place, options, { result, snapshot, store, read, model });
    store.close();
    return result;
  } finally {
    await pools.close();
    unlock();
  }
}

/** The lists of a site of either shape, without rendering or writing it. */
export async function listSite(options: BuildOptions = {}): Promise<SiteLists> {
  if (shapeOf(options) !== "jekyll") return listsOf(await loadSite(options));
  const { listJekyllSite } = await import("./work/jekyll/site-lists.js");
  return listJekyllSite(loadJekyllConfig(options));
}

/** The model of a site of Pumice's shape, without rendering or writing it. */
export async function loadSite(options: BuildOptions = {}): Promise<LoadedSite> {
  refuseJekyll(options, "`loadSite`", "`pumice list` and `build` do understand it");
  const { config, messages } = loadConfig(options);
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state, 10_000);
  const pools = createPools();
  const store = openSiteStore(state, config);
  try {
    const read = await readSite(config, listSources(config), store, pools, () => {});
    return { ...read, messages: [...messages, ...read.messages] };
  } finally {
    store.close();
    await pools.close();
    unlock();
  }
}

function forget(state: string, place: Place): void {
  rmSync(storeFolder(state), { recursive: true, force: true });
  rmSync(imagesFolder(state), { recursive: true, force: true });
  rmSync(cardsFolder(state), { recursive: true, force: true });
  forgetPages(place);
  forgetSearch(place);
}

function setupOf({ site, pages }: ReadSite, assets: SiteAssets, place: Place): RenderSetup {
  return {
    key: `${process.pid} ${performance.now()}`,
    lang: site.config.lang,
    ownCode: site.config.pipeline.ownCode,
    maker: makerOf(site.config),
    place,
    engine: engineOptions(site, pages, assets),
  };
}

/** Bad posts stop the build, unless the good ones shall go on without them; a broken layout always does. */
function isPublishable(all: readonly Message[], ofLayouts: readonly Message[], options: BuildOptions): boolean {
  const counts = countBySeverity(options.keepGoing ? ofLayouts : all);
  return counts.error === 0 && !(options.strict && countBySeverity(all).warning > 0);
}

const nothingWritten: Written = { added: [], changed: [], removed: [], unchanged: 0 };
