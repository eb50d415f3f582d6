import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { startBrowser } from "../browser.js";
import { type BuiltDemo, serveDemo } from "./theme-site.js";

export interface DemoInBrowser {
  readonly site: BuiltDemo;
  /** A window of its own for a test, with which it is closed. */
  readonly newContext: (options: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of the site in a window of its own; a script of it that fails fails the test. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
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

  async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    return context;
  }

  return {
    get site() {
      return site;
    },
    newContext,
    async open(path, options = {}) {
      const context = await newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => expect.unreachable(error.message));
      await page.goto(site.home + path);
      return page;
    },
  };
}
