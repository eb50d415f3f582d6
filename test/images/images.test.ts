import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { loadSharp } from "../../src/work/images/load-sharp.js";
import { openSession } from "../../src/work/session.js";
import { readTree, timesOf } from "../build/tree.js";
import { makeFolder } from "../writer/folder.js";
import { photograph, pictureSite } from "./picture-site.js";
import { isSharpThere, sharp } from "./sharp.js";

const page = (site: string) => readFileSync(join(site, "_site/2024/03/01/pots.html"), "utf8");
const imagesOf = (html: string) => [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
const made = (site: string) =>
  existsSync(join(site, "_site/assets/webp")) ? readdirSync(join(site, "_site/assets/webp")).sort() : [];

/** `srcset="/a-480-1a2b3c4d.webp 480w"` without the hash. */
const withoutHash = (tag: string) => tag.replace(/-[0-9a-f]{8}\.webp/g, ".webp");

test("without sharp nobody is left in the dark", () => {
  const empty = makeFolder();
  expect(() => loadSharp([join(empty, "package.json")])).toThrow(
    expect.objectContaining({
      exitCode: 2,
      messages: [
        expect.objectContaining({ ruleId: "sharp-missing", note: expect.stringContaining("npm install sharp") }),
      ],
    }),
  );
});

describe.skipIf(!isSharpThere)("pictures", () => {
  let jpeg: Buffer;
  let onItsSide: Buffer;
  let screenshot: Buffer;
  let icon: Buffer;

  beforeAll(async () => {
    jpeg = await photograph(1000, 600).jpeg({ quality: 92 }).toBuffer();
    onItsSide = await photograph(1000, 600).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    screenshot = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#fafafa" } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    icon = await sharp({ create: { width: 24, height: 24, channels: 4, background: "#a33" } })
      .png({ palette: true })
      .toBuffer();
  });

  test("pictures of the site get their size without any setting, unless the author gave one", async () => {
    const body = '![a](pot.jpg)\n\n![b](/assets/side.jpg)\n\n<img src="pot.jpg" alt="c" width="200">';
    const site = pictureSite("", body, [
      { path: "posts/pot.jpg", bytes: jpeg },
      { path: "assets/side.jpg", bytes: onItsSide },
    ]);
    expect((await build({ source: site })).ok).toBe(true);
    const [a, b, c] = imagesOf(page(site));
    expect(a).toMatch(/src="\/posts\/pot\.jpg" width="1000" height="600"/);
    expect(b).toMatch(/src="\/assets\/side\.jpg" width="600" height="1000"/);
    expect(c).toMatch(/width="200"/);
    expect(c).not.toMatch(/height=|srcset=/);
    expect(made(site)).toEqual([]);
  });

  test("with `images:` they are there in narrower files, below the base path", async () => {
    const site = pictureSite(
      "baseurl: /blog\nimages:\n  widths: [400, 800, 1200]\n  sizes: 50vw\n",
      '![a](pot.jpg)\n\n<img src="pot.jpg" alt="b" width="200">',
      [{ path: "posts/pot.jpg", bytes: jpeg }],
      "image: pot.jpg\n",
    );
    expect((await build({ source: site })).ok).toBe(true);
    const set =
      "/blog/assets/webp/pot-400.webp 400w, /blog/assets/webp/pot-800.webp 800w, /blog/assets/webp/pot-1000.webp 1000w";
    const [cover, a, b] = imagesOf(page(site)).map(withoutHash);
    expect(cover).toContain(`src="/blog/posts/pot.jpg" alt="" width="1000" height="600" srcset="${set}"`);
    expect(a).toContain(`src="/blog/posts/pot.jpg" srcset="${set}" sizes="50vw" width="1000" height="600"`);
    expect(b).toContain(`srcset="${set}" sizes="(min-width: 200px) 200px, 100vw"`);
    const widths = made(site).map(async (name) => {
      const { format, width, height } = await sharp(join(site, "_site/assets/webp", name)).metadata();
      return [format, width, height];
    });
    expect(await Promise.all(widths)).toEqual([
      ["webp", 1000, 600],
      ["webp", 400, 240],
      ["webp", 800, 480],
    ]);
    expect(readFileSync(join(site, "_site/_headers"), "utf8")).toContain(
      "/blog/assets/webp/*\n  Cache-Control: public, max-age=31536000, immutable",
    );
    expect(readFileSync(join(site, "_site/posts/pot.jpg"))).toEqual(jpeg);
  });

  test("what moves, what is drawn in vectors and what gains nothing stays as it is", async () => {
    const frames = await Promise.all(
      [600, 500].map((side) => photograph(side, 400).resize(600, 400).webp().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    const gif = await photograph(600, 400).gif().toBuffer();
    const small = await photograph(300, 200).webp({ quality: 5 }).toBuffer();
    const apng = Buffer.concat([
      screenshot.subarray(0, 33),
      Buffer.from("\0\0\0\0acTL\0\0\0\0", "latin1"),
      screenshot.subarray(33),
    ]);
    const pictures = [
      { path: "posts/moving.webp", bytes: moving },
      { path: "posts/old.gif", bytes: gif },
      { path: "posts/apng.png", bytes: apng },
      { path: "posts/small.webp", bytes: small },
      { path: "posts/icon.png", bytes: icon },
      { path: "posts/drawn.svg", bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>') },
    ];
    const body = pictures.map(({ path }) => `![x](${path.slice(6)})`).join("\n\n");
    const site = pictureSite("images: true\n", body, pictures);
    const result = await build({ source: site });
    expect(result.messages).toEqual([]);
    expect(made(site)).toEqual([]);
    const tags = imagesOf(page(site));
    expect(tags.join("\n")).not.toContain("srcset");
    expect(tags.slice(0, 5).every((tag) => /width="\d+" height="\d+"/.test(tag))).toBe(true);
    expect(tags[5]).not.toMatch(/width=/);
  });

  test("where only the full width gains nothing, the original stands in the set", async () => {
    const tight = await photograph(2400, 1600).webp({ quality: 50 }).toBuffer();
    const site = pictureSite("images: { widths: [100], quality: 75 }\n", "![a](tight.webp)", [
      { path: "posts/tight.webp", bytes: tight },
    ]);
    await build({ source: site });
    expect(withoutHash(imagesOf(page(site))[0]!)).toContain('srcset="/assets/webp/tight-100.webp 100w"');
    const wide = pictureSite("images: { widths: [100, 3000], quality: 75 }\n", "![a](tight.webp)", [
      { path: "posts/tight.webp", bytes: tight },
    ]);
    await build({ source: wide });
    const set = 'srcset="/assets/webp/tight-100.webp 100w, /posts/tight.webp 2400w"';
    expect(withoutHash(imagesOf(page(wide))[0]!)).toContain(set);
  });

  test("a second build makes nothing, a changed picture is made anew, and the bytes are those of a clean build", async () => {
    const pictures = [
      { path: "posts/pot.jpg", bytes: jpeg },
      { path: "posts/screen.png", bytes: screenshot },
    ];
    const site = pictureSite("images: true\n", "![a](pot.jpg) ![b](screen.png)", pictures);
    const makings = async (options = {}) => {
      let count = 0;
      const onProgress = ({ phase, total }: { phase: string; total: number }) => {
        if (phase === "images") count = total;
      };
      expect((await build({ source: site, onProgress, ...options })).ok).toBe(true);
      return count;
    };
    expect(await makings()).toBe(2);
    const first = readTree(join(site, "_site"));
    const times = timesOf(join(site, "_site/assets/webp"));

    // A time is no change, neither for the picture nor for the page; and a post that changes needs no new picture.
    utimesSync(join(site, "posts/pot.jpg"), new Date(), new Date(Date.now() - 60_000));
    writeFileSync(join(site, "posts/2024-03-02-more.md"), "---\ntitle: More\n---\n![a](pot.jpg)\n");
    expect(await makings()).toBe(0);
    expect(timesOf(join(site, "_site/assets/webp"))).toEqual(times);
    rmSync(join(site, "posts/2024-03-02-more.md"));
    expect(await makings()).toBe(0);
    expect(readTree(join(site, "_site"))).toEqual(first);

    // What went missing from the cache is made again.
    const cached = join(site, ".pumice/images");
    const [lost] = readdirSync(cached).filter((name) => name.endsWith("-480.webp"));
    rmSync(join(cached, lost!));
    writeFileSync(join(site, "posts/2024-03-02-more.md"), "---\ntitle: More\n---\nmore\n");
    expect(await makings()).toBe(1);
    rmSync(join(site, "posts/2024-03-02-more.md"));

    // Another picture under the name of the old one.
    writeFileSync(join(site, "posts/pot.jpg"), onItsSide);
    expect(await makings()).toBe(1);
    const warm = readTree(join(site, "_site"));
    expect(imagesOf(page(site))[0]).toContain('width="600" height="1000"');
    expect(await makings({ clean: true })).toBe(2);
    expect(readTree(join(site, "_site"))).toEqual(warm);
    const webp = readdirSync(cached).filter((name) => name.endsWith(".webp"));
    expect(webp).toHaveLength(made(site).length);
  });

  test("a broken picture is told, again and again, and published as it is", async () => {
    const broken = jpeg.subarray(0, 20_000);
    const site = pictureSite("images: true\n", "![a](pot.jpg)", [{ path: "posts/pot.jpg", bytes: broken }]);
    for (const _ of [1, 2]) {
      const { ok, messages } = await build({ source: site });
      expect(ok).toBe(true);
      expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([["broken-picture", "posts/pot.jpg"]]);
      rmSync(join(site, ".pumice/builds"), { recursive: true });
    }
    expect(statSync(join(site, "_site/posts/pot.jpg")).size).toBe(20_000);
  });

  test("the development server shows the same sizes, before and after a picture changes", async () => {
    const site = pictureSite("", "![a](pot.jpg)\n\n![b](/assets/pot.jpg)", [
      { path: "posts/pot.jpg", bytes: jpeg },
      { path: "assets/pot.jpg", bytes: jpeg },
    ]);
    const session = await openSession({ source: site });
    const shown = () => {
      const answer = session.presentation().answer("2024/03/01/pots.html");
      return answer?.type === "page" ? imagesOf(answer.html) : [];
    };
    await build({ source: site });
    expect(shown()).toEqual(imagesOf(page(site)));
    writeFileSync(join(site, "posts/pot.jpg"), onItsSide);
    writeFileSync(join(site, "assets/pot.jpg"), onItsSide);
    await session.refresh(new Set(["posts/pot.jpg", "assets/pot.jpg"]));
    await build({ source: site });
    expect(shown().every((tag) => tag.includes('width="600" height="1000"'))).toBe(true);
    expect(shown()).toEqual(imagesOf(page(site)));
    await session.close();
  });
});
