import { expect, it } from "vitest";
import { parseHtml, parseShallow } from "../../src/html/parse.js";

it.each([
  ["", "an empty text"],
  ["<p>one<p>two<ul><li><b>x</b><li>y</ul><table><tr><td>z</table>", "tags that the parser adds"],
  [`${"<div>".repeat(199)}${"</div>".repeat(199)}`.repeat(3), "nested as deep as may be, three times"],
  ["<p><b>x</p>".repeat(500), "formatting of three kinds at most"],
])("what is not too much is the same tree: %#", (html) => {
  expect(parseShallow(html, 200)).toEqual(parseHtml(html));
});

it.each([
  ["<div>".repeat(201), "elements"],
  ["<p>".repeat(500) + "<b>".repeat(250), "formatting within a paragraph"],
  [
    Array.from({ length: 190 }, (_, id) => `<p><b id=${id}>x</p>`).join(""),
    "formatting that every paragraph opens anew",
  ],
])("too much comes to nothing: %#", (html) => {
  expect(parseShallow(html, 200)).toBeUndefined();
  // And the next text is not taken for a part of it.
  expect(parseShallow("<p>x</p>", 200)).toEqual(parseHtml("<p>x</p>"));
});
