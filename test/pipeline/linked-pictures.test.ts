import { expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

const nameOf = (html: string): string | undefined => /<a [^>]*aria-label="([^"]*)"/.exec(cleanHtml(html).html)?.[1];

it.each([
  [
    "the file of a picture",
    '<a href="https://x.example/big/%E6%B5%AE%E7%9F%B3.jpg?w=2"><img src="s.jpg"></a>',
    "浮石.jpg",
  ],
  [
    "the address of a page",
    '<a href="https://x.example/faq.asp#top"><img src="s.jpg" alt=" "></a>',
    "x.example/faq.asp",
  ],
  ["no more than a line of it", `<a href="/${"a".repeat(500)}"><img src="s.jpg"></a>`, `/${"a".repeat(99)}`],
  ["nothing where the picture has a text", '<a href="/b"><img src="s.jpg" alt="A pot"></a>', undefined],
  ["nothing where the link has a text", '<a href="/b"><img src="s.jpg"> More</a>', undefined],
  ["nothing without a picture", '<p><a href="/b" id="x"></a>Text</p>', undefined],
])("a link of a picture is named by %s", (_, html, name) => {
  expect(nameOf(`<p>${html}</p>`)).toBe(name);
});

it("a picture stays without a text, so that `pumice check` tells of it", () => {
  expect(cleanHtml('<p><a href="/b"><img src="s.jpg"></a></p>').html).toContain('alt=""');
});
