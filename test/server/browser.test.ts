import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noBrowser, startBrowser } from "../browser.js";
import { addFiles, makeFolder } from "../writer/folder.js";
import { eventually, openDev } from "./dev.js";

const paragraphs = Array.from({ length: 80 }, (_, index) => `<p>Line ${index}</p>`).join("\n");

const post = (word: string) => `---
title: Vellum
date: 2024-03-01
---
<p class="first">This skin is ${word}.</p>
${paragraphs}
`;

const layout = `<!doctype html>
<html lang="{{ page.lang }}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<title>{{ page.title }}</title><link rel="stylesheet" href="{{ "theme.css" | asset_url }}"></head>
<body><details><summary>More</summary>Hidden text</details><form><input name="q"><textarea></textarea></form>
<main>{{ content }}</main></body>
</html>
`;

const files = {
  "_config.yml": "title: Scraped\n",
  "posts/vellum.md": post("soft"),
  "posts/knife.md": "---\ntitle: Knife\ndate: 2024-03-02\n---\n<p>Sharp.</p>\n",
  "layouts/post.html": layout,
  "assets/theme.css": "main { color: rgb(1, 2, 3) }\n",
};

describe(`the browser follows${noBrowser ? ` (${noBrowser})` : ""}`, { skip: noBrowser !== undefined }, () => {
  let browser: Browser;
  let source: string;
  let dev: Awaited<ReturnType<typeof openDev>>;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    source = makeFolder(files);
    dev = await openDev(source);
    page = await browser.newPage();
    faults.length = 0;
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (message.type() === "error" && !isIcon) faults.push(message.text());
    });
    await page.goto(`${dev.url}/2024/03/01/vellum.html`);
    // Gone when the page is loaded anew.
    await page.evaluate("window.stays = true");
  });
  afterEach(async () => {
    await page.close();
    await dev.close();
    rmSync(source, { recursive: true });
  });

  const save = (changes: Record<string, string>) => addFiles(source, changes);
  const shows = (text: string, selector = "main") =>
    eventually(async () => expect(await page.textContent(selector)).toContain(text));
  const card = () => page.locator("pumice-problems section");
  const wasNotReloaded = async () => expect(await page.evaluate("window.stays")).toBe(true);

  test("a change of the text, and scroll position, open details and typed text stay", async () => {
    await page.click("summary");
    await page.fill("input", "half a thou");
    await page.fill("textarea", "a draft of a comment");
    await page.evaluate("scrollTo(0, 400)");
    save({ "posts/vellum.md": post("hard") });
    await shows("This skin is hard.");
    expect(await page.evaluate("scrollY")).toBe(400);
    expect(await page.getAttribute("details", "open")).toBe("");
    expect(await page.inputValue("input")).toBe("half a thou");
    expect(await page.inputValue("textarea")).toBe("a draft of a comment");
    await wasNotReloaded();
    expect(faults).toEqual([]);
  });

  test("title, style sheet and layout, without loading the page anew", async () => {
    save({ "assets/theme.css": "main { color: rgb(9, 8, 7) }\n" });
    await eventually(async () =>
      expect(await page.evaluate("getComputedStyle(document.querySelector('main')).color")).toBe("rgb(9, 8, 7)"),
    );
    save({ "posts/vellum.md": post("hard").replace("Vellum", "Parchment") });
    await eventually(async () => expect(await page.title()).toBe("Parchment"));
    save({ "layouts/post.html": layout.replace("<main>", "<main>New: ") });
    await shows("New: ");
    await wasNotReloaded();
    expect(faults).toEqual([]);
  });

  test("a broken post puts a card over its last good state, other pages work, and the card goes by itself", async () => {
    save({ "posts/vellum.md": `---\n- a list\n- is no front matter\n---\n<p>x</p>\n` });
    await eventually(async () => expect(await card().textContent()).toContain("posts/vellum.md"));
    expect(await page.textContent("main")).toContain("This skin is soft.");
    const other = await browser.newPage();
    await other.goto(`${dev.url}/2024/03/02/knife.html`);
    expect(await other.textContent("main")).toContain("Sharp.");
    await other.close();
    save({ "posts/vellum.md": post("mended") });
    await shows("This skin is mended.");
    await eventually(async () => expect(await card().count()).toBe(0));
    await wasNotReloaded();
  });

  test("a broken layout and a broken configuration do the same", async () => {
    save({ "layouts/post.html": layout.replace("{{ content }}", "{{ content }}\n{% nonsense %}") });
    await eventually(async () => expect(await card().textContent()).toContain("layouts/post.html:7"));
    expect(await card().locator("pre").textContent()).toContain("{% nonsense %}");
    expect(await page.textContent("main")).toContain("This skin is soft.");
    save({ "layouts/post.html": layout });
    await eventually(async () => expect(await card().count()).toBe(0));
    save({ "_config.yml": "title: [\n" });
    await eventually(async () => expect(await card().textContent()).toContain("_config.yml"));
    save({ "_config.yml": files["_config.yml"] });
    await eventually(async () => expect(await card().count()).toBe(0));
    await wasNotReloaded();
  });

  test("the card shows hostile text as text, and can be hidden", async () => {
    const hostile = '<img src=x onerror="window.stays = false"></script><script>window.stays = false</script>';
    save({ "layouts/post.html": `${layout}{% ${hostile} %}` });
    await eventually(async () => expect(await card().textContent()).toContain("onerror"));
    expect(await card().locator("img, script").count()).toBe(0);
    await wasNotReloaded();
    await card().getByRole("button", { name: "Hide" }).click();
    expect(await card().count()).toBe(0);
  });

  test("a page that comes, goes and comes back", async () => {
    await page.goto(`${dev.url}/2024/03/03/new.html`);
    save({ "posts/new.md": "---\ntitle: New\ndate: 2024-03-03\n---\n<p>Here I am.</p>\n" });
    await shows("Here I am.");
    rmSync(join(source, "posts/new.md"));
    await eventually(async () => expect(await page.textContent("body")).not.toContain("Here I am."));
    save({ "posts/new.md": "---\ntitle: New\ndate: 2024-03-03\n---\n<p>Back again.</p>\n" });
    await shows("Back again.");
  });
});
