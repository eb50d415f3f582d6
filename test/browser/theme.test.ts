import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.js";
import { demoInBrowser } from "./demo-in-browser.js";
import { chinese, everything, pages, post, widths } from "./demo-pages.js";

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

describe.skipIf(noBrowser).each(["", "/sub"])(`the look of the theme at %s/ ${noBrowser ?? ""}`, (baseurl) => {
  const demo = demoInBrowser(baseurl);
  const { open } = demo;

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

  test("lines are not stretched: long Latin words among Chinese would tear holes", async () => {
    const page = await open(chinese);
    const aligned = await page
      .locator(".prose :is(p, li)")
      .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).textAlign));
    expect(aligned.length).toBeGreaterThan(0);
    expect(new Set(aligned)).toEqual(new Set(["start"]));
  });

  test("an anchor that leads nowhere looks like the text around it, and a link does not", async () => {
    const page = await open(everything);
    const [text, anchor, link] = await page.evaluate(() => {
      const paragraph = document.querySelector(".prose p")!;
      paragraph.innerHTML = '<span>Text</span> <a>anchor</a> <a href="/">link</a>';
      return [...paragraph.children].map((one) => getComputedStyle(one).color);
    });
    expect(anchor).toBe(text);
    expect(link).not.toBe(text);
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

  test("Chinese and Latin stand apart by the browser's own gap, dots stress Chinese, and fonts are the system's", async () => {
    const page = await open(chinese);
    const styles = await page.evaluate(() => {
      const box = document.querySelector(".prose")!;
      box.insertAdjacentHTML("beforeend", "<p id=probe>字<em>重点</em><em lang=en>stress</em><code>字a</code></p>");
      const of = (selector: string, name: string) =>
        getComputedStyle(document.querySelector(`#probe${selector}`)!).getPropertyValue(name);
      return {
        gap: of("", "text-autospace"),
        inCode: of(" code", "text-autospace"),
        breaks: of("", "line-break"),
        chinese: [of(" em", "text-emphasis-style"), of(" em", "font-style")],
        english: [of(" em[lang=en]", "text-emphasis-style"), of(" em[lang=en]", "font-style")],
        fonts: document.fonts.size,
      };
    });
    expect(styles).toEqual({
      gap: "normal",
      inCode: "no-autospace",
      breaks: "strict",
      chinese: ["dot", "normal"],
      english: ["none", "italic"],
      fonts: 0,
    });
  });

  test("the contents stay beside the text while it is read", async () => {
    const page = await open(post, { viewport: { width: 1280, height: 600 } });
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(300);
    const box = (await page.locator(".toc-aside").boundingBox())!;
    const prose = (await page.locator(".prose").boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y).toBeLessThan(100);
    expect(box.x).toBeGreaterThan(prose.x + prose.width);
    expect(await page.locator("details.toc").isVisible()).toBe(false);
  });
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
