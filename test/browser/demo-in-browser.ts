import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { startBrowser } from "../browser.js";
import { type BuiltDemo, serveDemo } from "./theme-site.js";

export interface DemoInBrowser {
  readonly site: BuiltDemo;
  /** A window of its own for a test, with which it is closed. */
  readonly newContext: (options: BrowserContextOptions) => Promise<BrowserContext>;
}

/** For a suite: the repository's own site under a base path, and a browser. Both are there while its tests run. */
export function demoInBrowser(baseurl: string): DemoInBrowser {
  let browser: Browser;
  let site: BuiltDemo;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveDemo(baseurl)]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    get site() {
      return site;
    },
    async newContext(options) {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      return context;
    },
  };
}
