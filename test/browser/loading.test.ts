import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.js";
import { demoInBrowser } from "./demo-in-browser.js";
import { chinese, everything, pages, post, widths } from "./demo-pages.js";

describe.skipIf(noBrowser).each(["", "/sub"])(
  `a page of the theme, as it is loaded, at %s/ ${noBrowser ?? ""}`,
  (baseurl) => {
    const demo = demoInBrowser(baseurl);
    const { open } = demo;

    test("asks nobody else", async () => {
      const context = await demo.newContext({ viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      for (const path of ["", post, chinese, everything, "search/?q=the"])
        await page.goto(demo.site.home + path, { waitUntil: "networkidle" });
      expect(asked.length).toBeGreaterThan(5);
      expect(asked.filter((url) => !url.startsWith(demo.site.home))).toEqual([]);
    }, 60_000);

    // A base path moves nothing.
    test
      .skipIf(baseurl !== "")
      .each(["", everything, post, chinese, "tags/html/", "archive/", "search/", "search/?q=the"])(
      "nothing moves while /%s loads, its pictures and scripts late, and is scrolled",
      async (path) => {
        for (const width of widths) {
          const context = await demo.newContext({ viewport: { width, height: 900 } });
          const page = await context.newPage();
          await page.route(/\.(?:js|svg|png|jpe?g|webp)$/, async (route) => {
            await new Promise((done) => setTimeout(done, 150));
            await route.continue();
          });
          await page.goto(demo.site.home + path, { waitUntil: "networkidle" });
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          for (let top = 0; top < height; top += 600) await page.mouse.wheel(0, 600);
          await page.waitForLoadState("networkidle");
          expect(await shift(page), `${width} px`).toBe(0);
        }
      },
      120_000,
    );

    test("on dark pages pictures have a light ground, but not where they are lost", async () => {
      const context = await demo.newContext({ colorScheme: "dark" });
      const page = await context.newPage();
      const grounds = async (): Promise<string[]> => {
        await page.goto(demo.site.home + everything, { waitUntil: "networkidle" });
        const pictures = page.locator(".prose img:not(.emoji)");
        await pictures.first().scrollIntoViewIfNeeded();
        await page.waitForLoadState("networkidle");
        return pictures.evaluateAll((all) => all.slice(0, 1).map((one) => getComputedStyle(one).backgroundColor));
      };
      expect(await grounds()).toEqual(["rgb(236, 234, 229)"]);
      await page.route(/\.(?:svg|png|jpe?g|webp)$/, (route) => route.abort());
      expect(await grounds()).toEqual(["rgba(0, 0, 0, 0)"]);
    }, 60_000);

    test.each([...pages, "search/"])(
      "/%s keeps to a policy of nothing but the site's own files",
      async (path) => {
        const context = await demo.newContext({});
        const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
        await context.route(`${demo.site.home}**`, async (route) => {
          if (route.request().resourceType() !== "document") return route.continue();
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
        });
        const page = await context.newPage();
        const refused: string[] = [];
        page.on(
          "console",
          (message) => /content security policy/i.test(message.text()) && refused.push(message.text()),
        );
        page.on("pageerror", (error) => refused.push(error.message));
        await page.goto(demo.site.home + path, { waitUntil: "networkidle" });
        await page.locator(".theme-switch").click();
        expect(await page.locator("html[data-theme]").count()).toBe(1);
        expect(refused).toEqual([]);
      },
      60_000,
    );

    test("the choice of colours stays, without a flash, and is forgotten when it is the system's", async () => {
      const page = await open("", { colorScheme: "light" });
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.getByRole("button", { name: "Dark colours", pressed: false }).click();
      const dark = await ground();
      expect(dark).not.toBe(light);

      // What the very first paint has: the choice stands before there is a body.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          observer.disconnect();
          sessionStorage.setItem("theme before body", document.documentElement.dataset.theme ?? "none");
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(demo.site.home + post);
      expect(await ground()).toBe(dark);
      expect(await page.evaluate(() => sessionStorage.getItem("theme before body"))).toBe("dark");

      await page.getByRole("button", { name: "Dark colours", pressed: true }).click();
      expect(await ground()).toBe(light);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await ground()).toBe(dark);
    }, 60_000);
  },
);

/** Cumulative layout shift of the page as it is now. */
function shift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );
}
