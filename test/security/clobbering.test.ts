import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { noBrowser, startBrowser } from "../browser.js";
import { serveFolder } from "./serve-folder.js";
import { siteWith } from "./site.js";

/*
 * An element with an id or a name is a property of the window, and with a name one of the document, too: a post must not be
 * able to put its elements where a script looks for something else.
 */

const names =
  "location cookie body head forms links images title domain scripts currentScript attributes children getElementById " +
  "createElement querySelector defaultView config dataLayer ga";

const shapes: readonly ((name: string) => string)[] = [
  (name) => `<p id="${name}">words</p>`,
  (name) => `<a name="${name}" id="${name}" href="https://example.com/">words</a>`,
  (name) => `<a id="${name}" href="cid:1">words</a><a id="${name}" name="url" href="cid:2">words</a>`,
  (name) => `<img name="${name}" alt="words" src="https://example.com/p.png">`,
  (name) => `<form id="${name}" name="${name}"><input name="url" value="words"><input name="${name}"></form>`,
  (name) => `<iframe name="${name}" srcdoc="words"></iframe>`,
  (name) => `<object id="${name}" name="${name}">words</object><embed name="${name}" src="https://example.com/e">`,
  (name) => `<map name="${name}" id="${name}"><area alt="words" href="https://example.com/"></map>`,
];

describe.skipIf(noBrowser)(`clobbering${noBrowser ? ` (${noBrowser})` : ""}`, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  let source: string;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it("no post changes what scripts find in document and window, and its links within the page still arrive", async () => {
    const attack = names.split(" ").flatMap((name) => shapes.map((shape) => shape(name)));
    const links = names.split(" ").map((name) => `<a href="#${name}">to ${name}</a>`);
    source = siteWith({
      "_config.yml": "title: A blog\nurl: https://blog.example\n",
      "posts/2020-01-02-plain.html": "<p>words</p>",
      "posts/2020-01-03-hostile.html": `${attack.join("\n")}<p>${links.join(" ")}</p>`,
    });
    await build({ source });
    site = await serveFolder(join(source, "_site"));
    try {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/2020/01/02/plain.html`);
      const plain = await page.evaluate(lookUp, names.split(" "));
      expect(plain["document.location"]).toBe("[object Location]");
      await page.goto(`${site.origin}/2020/01/03/hostile.html`);
      expect(await page.evaluate(lookUp, names.split(" "))).toEqual(plain);
      expect(await linksThatLeadNowhere(page)).toEqual([]);
    } finally {
      site.close();
    }
  });

  it("the look would see what the same elements do where nobody cleans them", async () => {
    const page = await browser.newPage();
    await page.setContent("<p>words</p>");
    const plain = await page.evaluate(lookUp, ["dataLayer"]);
    for (const shape of shapes) {
      await page.setContent(shape("dataLayer"));
      expect(await page.evaluate(lookUp, ["dataLayer"]), shape("dataLayer")).not.toEqual(plain);
    }
  });
});

/** Runs in the page: what each name is in the window and in the document. */
function lookUp(known: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [owner, object] of [
    ["window", globalThis],
    ["document", document],
  ] as const) {
    for (const name of known) {
      const value = (object as unknown as Record<string, unknown>)[name];
      found[`${owner}.${name}`] = typeof value === "string" ? "a string" : Object.prototype.toString.call(value);
    }
  }
  return found;
}

async function linksThatLeadNowhere(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='#']")];
    if (links.length < 20) return [`only ${links.length} links`];
    return links
      .filter(({ hash }) => !document.querySelector(`[id="${decodeURIComponent(hash.slice(1))}"]`))
      .map(String);
  });
}
