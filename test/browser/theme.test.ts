import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.js";
import { demoInBrowser } from "./demo-in-browser.js";

const post = "2024/05/19/counting-what-was-lost.html";
const chinese = "2025/03/08/140086215.html";
/** Tables, formulas, wide code, an embed, a picture, a series. */
const everything = "2023/06/01/everything-at-once.html";
const pages = [everything, "", chinese, "tags/html/", "archive/", "about/", "tags/", "404.html", post];
const widths = [360, 768, 1280];
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Look = [width: number, colorScheme: "light" | "dark"];

const looks = widths.flatMap((width): Look[] => [
  [width, "light"],
  [width, "dark"],
]);

/**
 * The looks of each page that axe judges: all by `PUMICE_AXE=all`, which takes minutes; else each sort of page once, and each
 * width and colour. A base path changes addresses and no looks.
 */
function looksFor(baseurl: string): readonly [path: string, looks: readonly Look[]][] {
  if (baseurl !== "") return [["", [[768, "dark"]]]];
  return pages.map((path, index) => [path, process.env.PUMICE_AXE === "all" ? looks : [looks[index % looks.length]!]]);
}

describe.skipIf(noBrowser).each(["", "/sub"])(`the theme in a browser at %s/ ${noBrowser ?? ""}`, (baseurl) => {
  const demo = demoInBrowser(baseurl);

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await demo.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.unreachable(error.message));
    await page.goto(demo.site.home + path);
    return page;
  }

  test.each(pages)(
    "/%s does not overflow at any width",
    async (path) => {
      const page = await open(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `${width} px`).toEqual([]);
      }
    },
    120_000,
  );

  test.each(looksFor(baseurl))(
    "/%s: axe finds nothing",
    async (path, own) => {
      const page = await open(path);
      for (const [width, colorScheme] of own) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).options({ runOnly: standards }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
        );
        expect(found, `${width} px, ${colorScheme}`).toEqual([]);
      }
    },
    240_000,
  );

  test("on a phone the menu of the home page takes one line, below the name of the site", async () => {
    const page = await open("", { viewport: { width: 360, height: 800 } });
    const tops = await page
      .locator(".site-head li")
      .evaluateAll((entries) => entries.map((one) => one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(3);
    expect(new Set(tops).size).toBe(1);
    const brand = (await page.locator(".brand").boundingBox())!;
    expect(brand.y + brand.height).toBeLessThanOrEqual(tops[0]!);
  });

  test("a long name of the site takes lines of its own, and the buttons stay beside it", async () => {
    const page = await open("", { viewport: { width: 360, height: 800 } });
    await page.locator(".brand").evaluate((brand) => {
      brand.textContent = "Notes of a reader with a rather long name";
    });
    const boxes = await Promise.all(
      [".brand", ".search-link", ".theme-switch"].map((one) => page.locator(one).boundingBox()),
    );
    const [brand, ...buttons] = boxes.map((box) => box!);
    for (const { y, height } of buttons)
      expect(Math.abs(y + height / 2 - (brand!.y + brand!.height / 2))).toBeLessThan(3);
    expect(await overflow(page)).toEqual([]);
  });

  test("on paper all is black on white, nothing is cut off, and there is nothing to press", async () => {
    // About what an A4 sheet has room for.
    const page = await open(everything, { viewport: { width: 680, height: 900 } });
    const keyword = () =>
      page
        .locator(".hljs-keyword")
        .first()
        .evaluate((one) => getComputedStyle(one).color);
    const inLight = await keyword();
    await page.getByRole("button", { name: "Dark colours" }).click();
    expect(await keyword()).not.toBe(inLight);
    await page.emulateMedia({ media: "print" });
    expect(await keyword()).toBe(inLight);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    expect(await page.locator("button:visible, summary:visible").count()).toBe(0);
    expect(await overflow(page)).toEqual([]);
    const cutOff = await page
      .locator("pre, .table-box, .math-display, .math-display > math")
      .evaluateAll((boxes) =>
        boxes
          .filter((box) =>
            box.matches("pre") ? box.scrollWidth > box.clientWidth : getComputedStyle(box).overflowX !== "visible",
          )
          .map((box) => box.outerHTML.slice(0, 80)),
      );
    expect(cutOff).toEqual([]);
    expect(await page.locator(".embed a").evaluate((link) => getComputedStyle(link, "::after").content)).toContain(
      "https://www.youtube.com/",
    );
  });

  test("Chinese paragraphs are justified, English ones are not, on a Chinese page either", async () => {
    const page = await open(chinese);
    const alignment = (lang: string) =>
      page.evaluate((lang) => {
        const paragraph = document.querySelector<HTMLElement>(".prose p")!;
        paragraph.lang = lang;
        return getComputedStyle(paragraph).textAlign;
      }, lang);
    expect(await alignment("zh-CN")).toBe("justify");
    expect(await alignment("en")).toBe("start");
  });

  test("what an author has set to the right or in the middle stays there, at any width", async () => {
    const page = await open(chinese);
    await page.evaluate(() => {
      const marked = (name: string) => `<p class="align-${name}">字</p><div class="align-${name}"><p>字</p></div>`;
      document.querySelector(".prose")!.innerHTML = `${marked("right")}${marked("center")}`;
    });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const aligned = page.locator(".prose p").evaluateAll((all) => all.map((one) => getComputedStyle(one).textAlign));
      expect(await aligned, `${width} px`).toEqual(["right", "right", "center", "center"]);
    }
  });

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

  test("every line of the contents leads to its heading", async () => {
    const page = await open(chinese);
    const links = page.locator(".toc-aside a");
    expect(await links.count()).toBeGreaterThan(2);
    for (const link of await links.all()) {
      const text = (await link.textContent())!.trim();
      await link.click();
      const top = await page.evaluate(async () => {
        await new Promise((done) => setTimeout(done, 800));
        const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)))!;
        const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
        return { text: heading.textContent, top: heading.getBoundingClientRect().top, atEnd };
      });
      expect(top.text!.replace(/\s+/g, "")).toContain(text.replace(/\s+/g, ""));
      expect(top.top).toBeGreaterThanOrEqual(0);
      if (!top.atEnd) expect(top.top).toBeLessThan(60);
    }
    await page.locator('.toc-aside a[aria-current="location"]').waitFor();
  }, 60_000);

  test("on narrow screens the contents are folded above the text", async () => {
    const page = await open(chinese, { viewport: { width: 360, height: 800 } });
    expect(await page.locator(".toc-aside").isVisible()).toBe(false);
    await page.locator(".toc summary").click();
    await page.locator(".toc a").last().click();
    expect(new URL(page.url()).hash).not.toBe("");
  }, 60_000);

  test("copying gives the code, and nothing but the code", async () => {
    const page = await open(everything, { permissions: ["clipboard-read", "clipboard-write"] });
    for (const box of await page.locator(".code-box").all()) {
      await box.hover();
      await box.getByRole("button").click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await box.locator("pre").evaluate((pre) => pre.textContent));
    }
    const first = await page
      .locator(".code-box pre")
      .first()
      .evaluate((pre) => pre.textContent);
    expect(first).toBe('int main() {\n\treturn "a < b && c > d"[0];\n}');
  }, 60_000);

  test("a picture that is shown small opens in its own size, by keyboard too", async () => {
    const page = await open(everything, { viewport: { width: 360, height: 800 } });
    const picture = page.getByRole("button", { name: "Enlarge picture: A very wide drawing" });
    await picture.focus();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog", { name: "Picture" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await picture.evaluate((image) => document.activeElement === image)).toBe(true);
  }, 60_000);

  test("a player is asked for only by its button", async () => {
    const page = await open(everything);
    const asked: string[] = [];
    await page.route(/^https:/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Player</title>" });
    });
    expect(await page.locator("iframe").count()).toBe(0);
    await page.getByRole("button", { name: "Play here" }).click();
    await page.locator(".embed iframe").waitFor();
    await expect.poll(() => asked.length).toBe(1);
    expect(new URL(asked[0]!).hostname).toContain("youtube");
  }, 60_000);

  test("without scripts everything can be read and reached, and no dead button shows", async () => {
    const page = await open("", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    expect(await page.locator("button:visible").count()).toBe(0);
    const reached = new Set<string>();
    const waiting = [demo.site.home];
    while (waiting.length > 0) {
      const address = waiting.pop()!;
      if (reached.has(address)) continue;
      reached.add(address);
      const response = await page.goto(address);
      expect(response!.status(), address).toBe(200);
      expect(await page.locator("button:visible").count(), address).toBe(0);
      const hrefs = await page
        .locator("a[href]")
        .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
      waiting.push(...hrefs.map((href) => href.split("#")[0]!).filter((href) => isPage(href) && !reached.has(href)));
    }
    for (const path of [post, chinese, everything, "about/", "archive/2014/"])
      expect([...reached]).toContain(demo.site.home + path);
    await page.goto(demo.site.home + post);
    await page.locator(".toc summary").click();
    expect(await page.locator(".toc a").first().isVisible()).toBe(true);
  }, 120_000);

  const isPage = (href: string) => href.startsWith(demo.site.home) && /(?:\/|\.html)$/.test(href);
});

/** Elements that stick out of the page on the right. */
function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return outside.map((one) => `${one.tagName}.${one.className}`);
  });
}

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
