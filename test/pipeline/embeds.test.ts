import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const linkOf = (html: string): string | undefined => /href="([^"]*)"/.exec(cleanHtml(html).html)?.[1];

describe("embeds", () => {
  it.each([
    ["a frame", '<iframe src="//player.example/video/1">old browser</iframe>', "https://player.example/video/1"],
    ["a video", '<iframe src="https://www.youtube.com/embed/ab-c1"></iframe>', "https://www.youtube.com/watch?v=ab-c1"],
    ["an object's data", '<object data="https://slides.example/x"></object>', "https://slides.example/x"],
    [
      "Flash with a parameter",
      '<object width="4"><param name="movie" value="http://slides.example/x.swf"></object>',
      "http://slides.example/x.swf",
    ],
    [
      "Flash with an embed inside",
      '<object width="4"><embed src="http://slides.example/y.swf"></object>',
      "http://slides.example/y.swf",
    ],
    ["a gist", '<script src="https://gist.github.com/someone/12.js"></script>', "https://gist.github.com/someone/12"],
  ])("%s becomes a visible link", (_, html, address) => {
    expect(linkOf(`<p>before</p>${html}<p>after</p>`)).toBe(address);
  });

  it("an object without an address leaves what it holds for old browsers", () => {
    expect(cleanHtml("<object><p>Still here.</p></object>").html).toContain("<p>Still here.</p>");
  });

  it.each([
    ['<iframe srcdoc="hidden"></iframe>', "iframe without an address"],
    ['<iframe src="javascript:alert(1)"></iframe>', "iframe that is no web page"],
    ['<embed src="data:text/html,x">', "embed that is no web page"],
  ])("%s is removed, recorded, and leaves no empty paragraph", (html, rule) => {
    const cleaned = cleanHtml(`<p>a</p>${html}<p>b</p>`);
    expect(cleaned.html).toBe("<p>a</p>\n<p>b</p>");
    expect(cleaned.removed.map((change) => change.rule)).toContain(rule);
  });
});
