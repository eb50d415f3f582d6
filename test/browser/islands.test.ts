import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.js";
import { demoInBrowser } from "./demo-in-browser.js";
import { chinese, everything, post } from "./demo-pages.js";

describe.skipIf(noBrowser).each(["", "/sub"])(`the scripts of the theme at %s/ ${noBrowser ?? ""}`, (baseurl) => {
  const demo = demoInBrowser(baseurl);
  const { open } = demo;

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

  test("comments are asked for only by their button, and follow the colours", async () => {
    const page = await open(post, { colorScheme: "light" });
    const asked: string[] = [];
    await page.route(/^https:/, (route) => {
      asked.push(route.request().url());
      const body =
        "<!doctype html><title>Talk</title><script>onmessage = ({ data }) => { name = JSON.stringify(data) }</script>";
      return route.fulfill({ contentType: "text/html", body });
    });
    await page.getByRole("heading", { name: "Comments" }).scrollIntoViewIfNeeded();
    expect(await page.locator("iframe").count()).toBe(0);
    await page.getByRole("button", { name: "Show comments" }).click();
    const frame = await (await page.locator(".comments iframe").elementHandle())!.contentFrame();
    await frame!.waitForURL(/^https:\/\/giscus\.app\//);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(new URL(asked[0]!).searchParams)).toMatchObject({
      repo: "mei/blog",
      repoId: "R_1",
      categoryId: "D_1",
      theme: "preferred_color_scheme",
      term: `${baseurl.slice(1)}/${post}`.replace(/^\/|\.html$/g, ""),
    });
    await page.getByRole("button", { name: "Dark colours" }).click();
    await expect.poll(() => frame!.evaluate("name")).toContain('"theme":"dark"');
  }, 60_000);

  test("whatever can be focused shows it by a ring, and nothing is focused that cannot be seen", async () => {
    const page = await open(everything, { viewport: { width: 360, height: 800 } });
    const rings: string[] = [];
    for (let turn = 0; turn < 80; turn += 1) {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => {
        const one = document.activeElement!;
        if (one === document.body) return undefined;
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
        const { width, right } = one.getBoundingClientRect();
        const isSeen = width > 0 && right > 0 && opacity === "1";
        return `${outlineStyle} ${outlineWidth}${isSeen ? "" : ` unseen ${one.outerHTML.slice(0, 80)}`}`;
      });
      if (ring === undefined) break;
      rings.push(ring);
    }
    expect(rings.length).toBeGreaterThan(20);
    expect(rings.filter((ring) => ring !== "solid 2px")).toEqual([]);
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
