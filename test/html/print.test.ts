import fc from "fast-check";
import type { ElementContent, Properties, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { expect, test } from "vitest";
import { parseHtml, printHtml } from "../../src/html/parse.js";

const library = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true }, allowDangerousCharacters: false })
  .freeze();

const text = fc.string({
  unit: fc.constantFrom(..."ab<>&\"'`= \n\u00a0石\u0000\u007f;", "&amp", "&lt;", "-->", "</p>"),
});
const value = fc.oneof(
  text,
  fc.constantFrom(true, false, null, undefined, Number.NaN, 0, 7, "hidden", "download", "alt"),
  fc.array(fc.oneof(text, fc.constantFrom("", 1)), { maxLength: 3 }),
);
const properties = fc.dictionary(
  fc.constantFrom(
    "alt",
    "className",
    "hidden",
    "download",
    "href",
    "srcSet",
    "accept",
    "dataFoo",
    "data-x",
    "ariaLabel",
    "style",
    "onClick",
    "viewBox",
    "coords",
    "open",
    "disabled",
    "value",
    "xlinkHref",
    "a b",
    'q"q',
    "é",
  ),
  value,
) as fc.Arbitrary<Properties>;
const tagName = fc.constantFrom(
  "p",
  "div",
  "pre",
  "script",
  "style",
  "svg",
  "path",
  "foreignObject",
  "template",
  "br",
  "img",
  "BR",
  "math",
  "textarea",
);

const { node } = fc.letrec<{ node: ElementContent; element: ElementContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text.map((value): ElementContent => ({ type: "text", value })),
    text.map((value): ElementContent => ({ type: "comment", value })),
    tie("element"),
  ),
  element: fc
    .record({ tagName, properties, children: fc.array(tie("node"), { maxLength: 4 }) })
    .map(
      (parts): ElementContent =>
        parts.tagName === "template"
          ? { type: "element", ...parts, children: [], content: { type: "root", children: parts.children } }
          : { type: "element", ...parts },
    ),
}));

test("prints any tree byte for byte as rehype-stringify does", () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (children) => {
      const tree: Root = { type: "root", children };
      expect(printHtml(tree)).toBe(library.stringify(tree));
    }),
    { numRuns: 3000 },
  );
});

test("prints what it parsed", () => {
  const html =
    '<p class="a b" title="x &quot;y&quot;">1 &lt; 2 &amp; 3<br><img src="a.png" alt=""></p><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>';
  expect(printHtml(parseHtml(html))).toBe(html);
});
