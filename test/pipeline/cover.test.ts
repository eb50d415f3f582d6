import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/defaults.js";
import { loadDocument } from "../../src/loader/load.js";
import { chooseCover } from "../../src/pipeline/cover.js";

const options = { ...defaultConfig().pipeline, randomImageHosts: ["dice.example"] };

function coverOf(frontMatter: string): string | undefined {
  const bytes = Buffer.from(`---\n${frontMatter}\n---\nText`);
  return chooseCover(loadDocument({ path: "a.md", bytes, folder: "posts" }, options).frontMatter, options)?.src;
}

describe("the cover of a post", () => {
  it.each([
    ["image: /pot.jpg", "/pot.jpg"],
    ["image:\n  path: https://a.example/pot.png?a&#61;1\n  alt: Pot", "https://a.example/pot.png?a=1"],
    ["image: https://a.example/random-walks.png", "https://a.example/random-walks.png"],
  ])("%j shows the post", (frontMatter, src) => {
    expect(coverOf(frontMatter)).toBe(src);
  });

  it.each([
    "image: https://dice.example/1.jpg",
    "image: https://img.dice.example/1.jpg?artid=12",
    "image: https://a.example/api/rand.php",
    "image: https://a.example/random",
    "image: https://a.example/bing?rand=sj",
  ])("%j shows chance", (frontMatter) => {
    expect(coverOf(frontMatter)).toBeUndefined();
  });

  it("the next picture counts where the first is chance", () => {
    expect(coverOf("image: https://dice.example/1.jpg\nthumbnail: /pot.jpg")).toBe("/pot.jpg");
  });
});
