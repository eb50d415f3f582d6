import fc from "fast-check";
import type { Element, Root, RootContent } from "hast";
import type { Schema } from "hast-util-sanitize";
import rehypeSanitize from "rehype-sanitize";
import { expect, test } from "vitest";
import { createSanitizer } from "../../src/html/sanitize.js";
import { sanitizeSchema } from "../../src/pipeline/sanitize-schema.js";

const numRuns = Number(process.env.PUMICE_FUZZ_RUNS) || 5000;

/** What the library would add of its own. */
const others: Schema = { required: {}, clobber: [], clobberPrefix: "", allowDoctypes: false };

const usualNames = sanitizeSchema.tagNames;
const tagName = fc.oneof(
  fc.constantFrom(..."p div span a img figure figcaption ul li table tr td ruby rt video source math mi".split(" ")),
  fc.constantFrom(
    ..."script style iframe template svg form input object P *".split(" "),
    "",
    "__proto__",
    "constructor",
  ),
  fc.constantFrom(...usualNames),
);
const scheme = fc.constantFrom(
  "javascript:",
  "data:",
  "http:",
  "HTTPS:",
  "https:",
  "mailto:",
  "java\tscript:",
  "pumice-post:",
  ":",
  "",
);
const address = fc
  .tuple(fc.constantFrom("", "/", "?", "#", " "), scheme, fc.constantFrom("//a.b/c", "x:y", "?:", ""))
  .map((parts) => parts.join(""));
const className = fc.constantFrom("language-js", "hljs-a", "hljs", "align-center", "math", "evil", "language-a b", "");
const value = fc.oneof(
  address,
  className,
  fc.constantFrom(true, false, 0, 7, Number.NaN, null, undefined),
  fc.array(fc.oneof(address, className, fc.constantFrom<unknown>(true, 1, null)), { maxLength: 3 }),
  fc.constantFrom<unknown>({}, { toString: "no" }, () => "x", Symbol.iterator),
);
const names = new Set([
  ...Object.values(sanitizeSchema.attributes).flat().map(String),
  "onClick",
  "style",
  "dataFoo",
  "srcDoc",
  "toString",
]);
const name = fc.oneof(
  fc.constantFrom("href", "src", "cite", "poster", "className", "id", "title"),
  fc.constantFrom(...names),
);
const properties = fc.oneof(
  { weight: 20, arbitrary: fc.dictionary(name, value) },
  fc.dictionary(name, value).map((inherited) => Object.create(inherited)),
  fc.constantFrom(undefined, null, 1, "href"),
);

const { node } = fc.letrec<{ node: unknown; children: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom("a", "<b>", "").map((value) => ({ type: "text", value })),
    fc.constantFrom("more", "a-->b", "-->").map((value) => ({ type: "comment", value })),
    {
      weight: 6,
      arbitrary: fc.record({ type: fc.constant("element"), tagName, properties, children: tie("children") }),
    },
    fc.constantFrom<unknown>(
      { type: "doctype" },
      { type: "raw", value: "<script>" },
      { type: "text" },
      { type: "comment", value: 1 },
      { type: "element", tagName: 1, properties: {}, children: [{ type: "text", value: "in" }] },
      { type: { toString: () => "text" }, value: "x" },
      null,
      undefined,
      "text",
    ),
  ),
  children: fc.oneof(
    { weight: 20, arbitrary: fc.array(tie("node"), { maxLength: 4 }) },
    fc.constantFrom<unknown>(undefined, {}, "x"),
  ),
}));
const trees = fc.array(node, { maxLength: 4 }).map((children) => ({ type: "root", children }) as Root);

test.each([true, false])(
  "makes of any tree what hast-util-sanitize makes of it (comments allowed: %s)",
  (allowComments) => {
    const schema = { ...sanitizeSchema, allowComments };
    const library = rehypeSanitize({ ...schema, ...others } as Schema) as unknown as (tree: Root) => Root;
    const sanitize = createSanitizer<undefined>(schema);
    let kept = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        const expected = library(tree);
        kept += expected.children.length > 0 ? 1 : 0;
        expect(sanitize(tree, undefined)).toStrictEqual(expected);
      }),
      { numRuns, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(numRuns / 2);
  },
);

test("nothing of the old tree is in the new one", () => {
  const link: Element = { type: "element", tagName: "a", properties: { className: ["hljs"] }, children: [] };
  const copy = createSanitizer<undefined>(sanitizeSchema)({ type: "root", children: [link] }, undefined)
    .children[0] as Element;
  link.tagName = "script";
  (link.properties.className as string[]).push("evil");
  link.children.push({ type: "text", value: "evil" });
  expect(copy).toEqual({ type: "element", tagName: "a", properties: { className: ["hljs"] }, children: [] });
});

test("a guard sees an element before its attributes are looked at", () => {
  const sanitize = createSanitizer<string[]>(sanitizeSchema, {
    a({ properties }, seen) {
      seen.push(String(properties.href));
      properties.href = "javascript:1";
      properties.title = "new";
    },
  });
  const seen: string[] = [];
  const children: RootContent[] = [{ type: "element", tagName: "a", properties: { href: "/x" }, children: [] }];
  expect(sanitize({ type: "root", children }, seen).children).toMatchObject([{ properties: { title: "new" } }]);
  expect(seen).toEqual(["/x"]);
});
