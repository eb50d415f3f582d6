import { describe, expect, test } from "vitest";
import { pointToCopies } from "../../src/work/import-images/point-to-copies.js";

const url = "https://old.example/a.png";
const copies = new Map([
  [url, "/c.png"],
  [`${url}?x=1&y=2`, "/d.png"],
]);
const point = (text: string) => pointToCopies(text, copies).text;

describe("an address of a picture becomes that of its copy", () => {
  test.each([
    ["an attribute", `<img src="${url}">`, '<img src="/c.png">'],
    ["one in single quotes, with blanks", `<img src=' ${url} '>`, "<img src=' /c.png '>"],
    ["one without quotes", `<img src=${url}>`, "<img src=/c.png>"],
    ["one of a script that loads late", `<img data-src="${url}#pic_center">`, '<img data-src="/c.png#pic_center">'],
    ["with references", `<img src="${url}?x=1&amp;y=2">`, '<img src="/d.png">'],
    ["the longer of two", `<img src="${url}?x=1&y=2">`, '<img src="/d.png">'],
    ["a set", `<img srcset="${url} 1x,${url} 2x">`, '<img srcset="/c.png 1x,/c.png 2x">'],
    [
      "Markdown",
      `![a](${url} "b") ![c](<${url}>)\n\n[d]: ${url}\n`,
      '![a](/c.png "b") ![c](</c.png>)\n\n[d]: /c.png\n',
    ],
    [
      "front matter",
      `---\nimage: ${url}\ncovers: [${url}, '${url}']\n---\n`,
      "---\nimage: /c.png\ncovers: [/c.png, '/c.png']\n---\n",
    ],
  ])("%s", (_, text, expected) => expect(point(text)).toBe(expected));
});

describe("what is no picture's address stays", () => {
  test.each([
    ["a longer address", `<img src="${url}.webp"><img src="${url}?x=1">`],
    ["a part of another address", `<img src="https://proxy.example/?url=${url}">`],
    ["a sentence", `<p>It was at ${url} once (${url}), or <code>${url}</code>.</p>`],
  ])("%s", (_, text) => expect(point(text)).toBe(text));
});

test("tells which addresses were found", () => {
  expect([...pointToCopies(`<img src="${url}">`, copies).found]).toEqual([url]);
});
