import { join } from "node:path";
import { loadJekyllConfig } from "./config/jekyll.js";
import { loadConfig } from "./config/load.js";
import { listSources } from "./loader/list.js";
import type { CheckOptions, CheckResult } from "./model/check.js";
import { collectAssets } from "./work/assets.js";
import { checkSite } from "./work/check-site.js";
import { startClock } from "./work/clock.js";
import { checkJekyllSite } from "./work/jekyll/check.js";
import { mendFiles } from "./work/mend-files.js";
import { otherFiles } from "./work/other-files.js";
import { createPools } from "./work/pools.js";
import { readSite } from "./work/read-site.js";
import { shapeOf } from "./work/shape-of.js";
import { bodyReader, openSiteStore } from "./work/site-store.js";
import { acquireLock } from "./writer/lock.js";
import { openStateFolder } from "./writer/place.js";

/** Everything that is wrong with a site, and everything that could be better. Nothing is rendered or published. */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const { onProgress = () => {} } = options;
  if (shapeOf(options) === "jekyll") return checkJekyllSite(loadJekyllConfig(options), options);
  const clock = startClock();
  const { config, messages } = loadConfig(options);
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state, 10_000);
  const pools = createPools();
  const store = openSiteStore(state, config);
  try {
    let read = await readSite(config, listSources(config), store, pools, onProgress);
    const mended = options.fix ? mendFiles(read.messages, config.source, config.pipeline) : [];
    if (mended.length > 0) read = await readSite(config, listSources(config), store, pools, onProgress);
    const bodyOf = bodyReader(read.stored, store);
    const others = otherFiles(read.site, read.pages, collectAssets(config), bodyOf);
    const found = await checkSite(read, others.outputs, bodyOf, {
      publishedUrls: options.publishedUrls,
      externalAnswers: options.external ? join(state, "external-links.json") : undefined,
      onProgress,
    });
    return {
      source: config.source,
      messages: [...messages, ...read.messages, ...others.messages, ...found],
      mended,
      posts: read.site.posts.length,
      pages: read.pages.length,
      milliseconds: clock.total(),
    };
  } finally {
    store.close();
    await pools.close();
    unlock();
  }
}
