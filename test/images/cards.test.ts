import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { scriptsWithoutFont, withoutPictographs } from "../../src/work/cards/draw-card.js";
import { loadSharp, type Sharp } from "../../src/work/images/load-sharp.js";
import { timesOf } from "../build/tree.js";
import { openDev } from "../server/dev.js";
import { makeFolder } from "../writer/folder.js";
import { isSharpThere, sharp } from "./sharp.js";

const post = (title: string, front = "") => `---\ntitle: ${title}\n${front}---\nText\n`;

const cardSite = (config: string, posts: Readonly<Record<string, string>> = {}) =>
  makeFolder({
    "_config.yml": `title: Pots\nurl: https://example.org\nbaseurl: /sub\n${config}`,
    "posts/2024-03-01-pots.md": post("Pots & pans"),
    ...posts,
  });

const cardsOf = (site: string) => {
  const folder = join(site, "_site/assets/cards");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const page = (site: string, path: string) => readFileSync(join(site, "_site", path), "utf8");
const metaOf = (html: string, name: string) => new RegExp(`="${name}" content="([^"]*)"`).exec(html)?.[1];

test("without sharp the message names the setting", () => {
  expect(() => loadSharp([join(makeFolder(), "package.json")], "cards")).toThrow(
    expect.objectContaining({
      exitCode: 2,
      messages: [expect.objectContaining({ ruleId: "sharp-missing", reason: expect.stringContaining("`cards:`") })],
    }),
  );
});

test("pictographs are left out of titles, letters are not", () => {
  expect(withoutPictographs("Good 👍🏽 news 👨‍👩‍👧 1️⃣ 好 🇨🇳")).toBe("Good news 1 好");
  expect(withoutPictographs("© ™ ®️ ‼ ↔ ↔️ ☎ ★")).toBe("© ™ ‼ ↔ ★");
});

describe.skipIf(!isSharpThere)(`cards ${isSharpThere ? "" : "skipped: sharp is not installed"}`, () => {
  test("a post without a cover has one, shown to those that share its link; one with a cover has none", async () => {
    const site = cardSite("cards: true\n", {
      "posts/2024-03-02-cover.md": post("Cover", "image: https://example.org/own.jpg\n"),
    });
    expect((await build({ source: site })).ok).toBe(true);
    const [card, ...others] = cardsOf(site);
    expect(others).toEqual([]);
    expect(card).toMatch(/^pots-[0-9a-f]{8}\.png$/);
    const html = page(site, "2024/03/01/pots.html");
    expect(metaOf(html, "og:image")).toBe(`https://example.org/sub/assets/cards/${card}`);
    expect(metaOf(html, "og:image:alt")).toBe("Pots &amp; pans");
    expect(metaOf(html, "twitter:card")).toBe("summary_large_image");
    expect(html).toContain(`"image":"https://example.org/sub/assets/cards/${card}"`);
    expect(metaOf(page(site, "2024/03/02/cover.html"), "og:image")).toBe("https://example.org/own.jpg");
    const drawn = readFileSync(join(site, "_site/assets/cards", card!));
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  });

  test("are drawn once, anew for another title, and go with their post or with the setting", async () => {
    const site = cardSite("cards: true\n", { "posts/2024-03-02-more.md": post("More") });
    await build({ source: site });
    const first = cardsOf(site);
    expect(first).toHaveLength(2);
    const store = join(site, ".pumice/cards");
    const times = timesOf(store);
    writeFileSync(join(site, "posts/2024-03-01-pots.md"), `${post("Pots & pans")}More text.\n`);
    await build({ source: site });
    expect(timesOf(store)).toEqual(times);
    writeFileSync(join(site, "posts/2024-03-01-pots.md"), post("Pans & pots"));
    await build({ source: site });
    const second = cardsOf(site);
    expect(second).toHaveLength(2);
    expect(second.filter((name) => first.includes(name))).toHaveLength(1);
    expect(readdirSync(store)).toHaveLength(2);
    writeFileSync(join(site, "_config.yml"), "title: Pots\n");
    await build({ source: site });
    expect(cardsOf(site)).toEqual([]);
    expect(metaOf(page(site, "2024/03/01/pots.html"), "og:image")).toBeUndefined();
    expect(existsSync(store)).toBe(false);
  });

  test("are shown by the development server, drawn when they are asked for, and follow their titles", async () => {
    const site = cardSite("cards: true\n");
    const server = await openDev(site);
    const cardNow = async () => {
      const html = await (await fetch(`${server.url}/sub/2024/03/01/pots.html`)).text();
      const path = new URL(metaOf(html, "og:image")!).pathname;
      const response = await fetch(server.url + path);
      expect(response.headers.get("content-type")).toBe("image/png");
      return { path, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const first = await cardNow();
    expect(await sharp(first.bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(existsSync(join(site, ".pumice/cards"))).toBe(false);
    writeFileSync(join(site, "posts/2024-03-01-pots.md"), post("Pans"));
    await server.refresh();
    const second = await cardNow();
    expect(second.path).not.toBe(first.path);
    expect((await fetch(server.url + first.path)).status).toBe(404);
    await server.close();
    // And they are those of a build.
    await build({ source: site });
    expect(`/sub/assets/cards/${cardsOf(site)[0]}`).toBe(second.path);
    expect(readFileSync(join(site, "_site", second.path.slice("/sub/".length))).equals(second.bytes)).toBe(true);
  });

  test("a title that is too long for a card is cut, and one of nothing but signs does no harm", async () => {
    const site = cardSite("cards: true\n", {
      "posts/2024-03-02-long.md": post(`"${"A title without an end ".repeat(40)}"`),
      "posts/2024-03-03-signs.md": post('"👍"'),
    });
    expect((await build({ source: site })).ok).toBe(true);
    expect(cardsOf(site)).toHaveLength(3);
  });

  test("a script that no font has is told, with what to do", async () => {
    // As a machine without such fonts draws: a box for every glyph.
    const boxes = ((input: unknown) => {
      const image = sharp(input);
      return Object.assign(Object.create(image), {
        png: () => ({ toBuffer: async () => ({ data: Buffer.alloc(0), info: { width: 50, height: 60 } }) }),
      });
    }) as unknown as Sharp;
    const font = { family: "sans-serif" };
    expect(await scriptsWithoutFont(boxes, ["旧网页", "かな", "Latin"], font)).toEqual(["Chinese", "Japanese"]);
    expect(await scriptsWithoutFont(boxes, ["Latin"], font)).toEqual([]);
  });

  test("with a font for Chinese, nothing is missing", async (context) => {
    const real = loadSharp([import.meta.url]);
    const missing = await scriptsWithoutFont(real, ["旧网页"], { family: "sans-serif" });
    if (missing.length > 0) context.skip("no font for Chinese on this machine");
    const site = cardSite("cards: true\n", { "posts/2024-03-02-old.md": post("旧网页为什么总是读不顺？") });
    expect((await build({ source: site })).ok).toBe(true);
    expect(cardsOf(site)).toHaveLength(2);
  });
});
