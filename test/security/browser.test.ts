import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { noBrowser, startBrowser } from "../browser.js";
import { payloads } from "./payloads.js";
import { serveFolder } from "./serve-folder.js";
import { configWith, postWith, siteWith } from "./site.js";
import { visitAll } from "./visit.js";

/** `npm run test:xss` tries all of the folder's payloads, other runs a part of them. */
const all = [...payloads, ...foreignPayloads(process.env.PUMICE_XSS === "all" ? Number.POSITIVE_INFINITY : 40)];

describe.skipIf(noBrowser)(`${all.length} payloads in Chromium${noBrowser ? ` (${noBrowser})` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ["none of them tries to run a script", "", ["ran", "tried", "stuck"]],
    ["with the sanitizer switched off, the policy of the page keeps them from running", "\nsanitize: false", ["ran"]],
  ])(
    "%s",
    async (_, config, faults) => {
      const posts = all.map((payload, index) => [`posts/2020-01-02-${index}.html`, postWith(payload)]);
      const source = siteWith({ ...Object.fromEntries(posts), "_config.yml": configWith("A blog") + config });
      const { messages, pages } = await build({ source, keepGoing: true });
      expect(messages.filter(({ ruleId }) => ruleId === "internal-error")).toEqual([]);
      const { origin, close } = await serveFolder(join(source, "_site"));
      try {
        const urls = pages.filter(({ kind }) => kind === "post").map(({ permalink }) => origin + permalink);
        expect(urls.length).toBeGreaterThan(all.length * 0.9);
        const visits = [`${origin}/`, `${origin}/tags/`, ...urls];
        const seen = await visitAll(browser, visits, progressOf(visits.length));
        expect(seen.filter(([what]) => faults.includes(what))).toEqual([]);
        // Else the visits would provoke nothing, and say nothing.
        expect(seen.some(([what]) => what === "tried")).toBe(config !== "");
      } finally {
        close();
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

/** A line for every thousand pages, so that one who waits for thousands sees that they come. */
function progressOf(total: number): (visited: number) => void {
  let told = 0;
  return (visited) => {
    if (visited < told + 1000) return;
    told = visited;
    process.stderr.write(`${new Date().toISOString()} ${visited} of ${total} pages\n`);
  };
}
