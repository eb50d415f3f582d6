import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { noBrowser, startBrowser } from "../browser.js";
import { payloads } from "./payloads.js";
import { configWith, postWith, siteWith } from "./site.js";

/** `npm run test:xss` tries all of the folder's payloads, other runs a part of them. */
const all = [...payloads, ...foreignPayloads(process.env.PUMICE_XSS === "all" ? Number.POSITIVE_INFINITY : 40)];

describe.skipIf(noBrowser)(`${all.length} payloads in Chromium${noBrowser ? ` (${noBrowser})` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ["none of them tries to run a script", "", ["ran", "tried"]],
    ["with the sanitizer switched off, the policy of the page keeps them from running", "\nsanitize: false", ["ran"]],
  ])(
    "%s",
    async (_, config, faults) => {
      const posts = all.map((payload, index) => [`posts/2020-01-02-${index}.html`, postWith(payload)]);
      const source = siteWith({ ...Object.fromEntries(posts), "_config.yml": configWith("A blog") + config });
      const { messages, pages } = await build({ source, keepGoing: true });
      expect(messages.filter(({ ruleId }) => ruleId === "internal-error")).toEqual([]);
      const server = await serve(join(source, "_site"));
      try {
        const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        const urls = pages.filter(({ kind }) => kind === "post").map(({ permalink }) => origin + permalink);
        expect(urls.length).toBeGreaterThan(all.length * 0.9);
        const seen = await visitAll(browser, [`${origin}/`, `${origin}/tags/`, ...urls]);
        expect(seen.filter(([what]) => faults.includes(what))).toEqual([]);
      } finally {
        server.close();
      }
    },
    600_000 + all.length * 3000,
  );

  it("what runs and what tries to would be seen", async () => {
    const seen = await visitAll(browser, ["data:text/html,<script>alert(1)</script>"]);
    expect(seen).toContainEqual(["ran", "data:text/html,<script>alert(1)</script>"]);
    const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">';
    const blocked = `data:text/html,${policy}<img src=x onerror=alert(1)>`;
    expect(await visitAll(browser, [blocked])).toEqual([["tried", blocked]]);
  });
});

function foreignPayloads(most: number): readonly string[] {
  const file = join(process.env.PUMICE_SECURITY ?? "", "vectors.json");
  if (!process.env.PUMICE_SECURITY || !existsSync(file)) return [];
  const vectors = (JSON.parse(readFileSync(file, "utf8")) as { payload: string }[]).map(({ payload }) => payload);
  const step = Math.max(1, Math.floor(vectors.length / most));
  return vectors.filter((_, index) => index % step === 0);
}

type Sight = readonly [what: "ran" | "tried", url: string];

/** Loads each page, fires events at all that is in it and clicks all that can be clicked. */
async function visitAll(browser: Browser, urls: readonly string[]): Promise<readonly Sight[]> {
  const waiting = [...urls];
  const seen: Sight[] = [];
  const visit = async (): Promise<void> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let current = "";
    page.on("dialog", (dialog) => {
      seen.push(["ran", current]);
      dialog.dismiss().catch(() => {});
    });
    await page.exposeFunction("pumiceSaw", (what: Sight[0]) => seen.push([what, current]));
    await page.addInitScript(watch);
    await page.route("**/*", (route, request) =>
      /^(?:data:|http:\/\/127\.0\.0\.1)/.test(request.url()) ? route.continue() : route.abort(),
    );
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      current = url;
      await provoke(page, url);
    }
    await context.close();
  };
  await Promise.all([visit(), visit(), visit()]);
  return seen;
}

async function provoke(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "load", timeout: 20_000 }).catch(() => {});
  await page.evaluate(fireEverything).catch(() => {});
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const report = (what: string) => (globalThis as unknown as { pumiceSaw(what: string): void }).pumiceSaw(what);
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    Object.defineProperty(globalThis, name, { value: () => report("ran"), writable: false, configurable: false });
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.effectiveDirective.startsWith("script-src") && event.blockedURI === "inline") report("tried");
  });
}

async function fireEverything(): Promise<void> {
  document.addEventListener("click", keepHere, true);
  const names = "mouseover mouseenter focus blur load error animationstart toggle scroll keydown input loadstart".split(
    " ",
  );
  const elements = [...document.querySelectorAll<HTMLElement>("*")].slice(0, 500);
  for (const element of elements) {
    for (const name of names) element.dispatchEvent(new Event(name));
    if (element.closest("main")) element.click?.();
  }
  await new Promise((resolve) => setTimeout(resolve, 30));

  /** Following a link that is one would end the test of this page. */
  function keepHere(event: Event): void {
    const link = (event.target as Element).closest?.("a, area");
    if (link && !/^\s*javascript:/i.test(link.getAttribute("href") ?? "")) event.preventDefault();
  }
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = /\.html$/.test(file) ? "text/html" : /\.css$/.test(file) ? "text/css" : "text/javascript";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
