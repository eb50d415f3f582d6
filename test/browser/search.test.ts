import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { encodeShard } from "../../src/search/shard.js";
import { noBrowser } from "../browser.js";
import { client } from "../search/client.js";
import { demoInBrowser } from "./demo-in-browser.js";

/** Only files of the site, no inline script, no eval, no WebAssembly. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

describe.skipIf(noBrowser).each(["", "/sub"])(`search in a browser at %s/ ${noBrowser ?? ""}`, (baseurl) => {
  const demo = demoInBrowser(baseurl);

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await demo.newContext({ viewport: { width: 360, height: 800 }, ...options });
    await context.route(`${demo.site.home}**`, async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.unreachable(error.message));
    page.on("console", (message) => message.type() === "error" && expect.unreachable(message.text()));
    await page.goto(demo.site.home + path);
    return page;
  }

  const firstOf = (page: Page) => page.locator("#search-results > li").first();

  test("a word of two characters finds its post, marked and announced; the address keeps the query", async () => {
    const page = await open("search/");
    await page.fill("#search-field", "空格");
    await firstOf(page).waitFor();
    expect(await firstOf(page).locator("p mark").first().textContent()).toBe("空格");
    expect(await page.locator("[role=status]").textContent()).toMatch(/\d+/);
    expect(new URL(page.url()).searchParams.get("q")).toBe("空格");
    const href = await firstOf(page).locator("a").getAttribute("href");
    expect(href?.startsWith(`${baseurl}/2`)).toBe(true);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  test("words are marked in titles too, and the day is written as on other pages", async () => {
    const page = await open("search/?q=scribe's knife");
    await firstOf(page).locator("mark").first().waitFor();
    expect(await firstOf(page).locator("a mark").allTextContents()).toEqual(["Scribe’s Knife"]);
    expect(await firstOf(page).locator("a").textContent()).toBe("The Scribe’s Knife");
    expect(await firstOf(page).locator("time[datetime='2014-11-02']").textContent()).toBe("2 November 2014");
    await page.emulateMedia({ colorScheme: "dark" });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test("an address with a query searches at once, and nothing found is said", async () => {
    const page = await open("search/?q=browser");
    await firstOf(page).waitFor();
    expect((await firstOf(page).textContent())?.toLowerCase()).toContain("browser");
    const other = await open("search/?q=quetzalcoatlus");
    // A locator: the policy forbids to evaluate text in the page, as `waitForFunction` does.
    await other.locator("[role=status]", { hasText: "." }).waitFor();
    expect(await other.locator("#search-results > li").count()).toBe(0);
  });

  test("/ leads to the field, arrows through the results, Escape back, Enter to the post", async () => {
    const page = await open("archive/");
    await page.keyboard.press("/");
    await page.waitForURL("**/search/");
    await page.locator("#search-field:focus").waitFor();
    await page.keyboard.type("the");
    await firstOf(page).waitFor();
    // Behind a result the key leads to the field as well.
    await page.keyboard.press("Tab");
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement.id")).toBe("search-field");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.closest('#search-results') !== null")).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.id")).toBe("search-field");
    await page.keyboard.press("ArrowDown");
    const href = await firstOf(page).locator("a").getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
  });

  test("after many pages without the words it asks whether to look at more", async () => {
    const page = await open("search/");
    // An index of forty posts that all have the pieces of the words, and pages that are not there.
    const posts = Uint32Array.from({ length: 80 }, (_, at) => at % 40);
    const codes = client.addGrams("写孤本", [], []).sort((a, b) => a - b);
    const terms = Uint32Array.from(posts, (_, at) => codes[Math.floor(at / 40)]! * 4);
    const rows = Array.from({ length: 40 }, (_, post) => [`/none/${post}/`, `Post ${post}`, "2024-03-01"]);
    const files: Readonly<Record<string, string | Buffer>> = {
      "index.json": JSON.stringify({ version: "1", posts: 40, settled: 0, bits: { settled: 0, recent: 0 }, list: 40 }),
      "recent/0.bin": Buffer.from(encodeShard({ terms, posts }, 0, 0)),
      "posts/0.json": JSON.stringify(rows),
    };
    await page.route(/\/search\/\w.*\.(?:json|bin)/, (route) =>
      route.fulfill({ body: files[new URL(route.request().url()).pathname.split("/search/")[1]!]! }),
    );
    await page.route(/\/none\//, (route) => route.fulfill({ body: "<main>nothing</main>" }));
    await page.reload();
    await page.fill("#search-field", "写孤本");
    const status = page.locator("[role=status]");
    const more = page.locator("#search-more");
    for (let turn = 0; turn < 2; turn += 1) {
      await status.getByText("Not found in the most likely posts").waitFor();
      await more.click();
    }
    await status.getByText("Nothing was found.").waitFor();
    expect(await more.isVisible()).toBe(false);
  });

  test("without JavaScript the page leads to the archive", async () => {
    const page = await open("search/", { javaScriptEnabled: false });
    expect(await page.locator(`main a[href="${baseurl}/archive/"]`).isVisible()).toBe(true);
  });
});
