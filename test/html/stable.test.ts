import fc from "fast-check";
import type { Element, ElementContent, Properties, Root } from "hast";
import { expect, it } from "vitest";
import { element, text } from "../../src/html/create.js";
import { parseAny, printHtml } from "../../src/html/parse.js";
import { isSurelyStable } from "../../src/html/stable.js";

const numRuns = Number(process.env.PUMICE_FUZZ_RUNS) || 5000;

const isStable = (tree: Root): boolean => isSurelyStable(tree, printHtml(tree));
const root = (...children: ElementContent[]): Root => ({ type: "root", children });

it("knows the shapes of formulas", () => {
  const rows = [element("mtable", {}, [element("mtr", {}, [element("mtd", {}, [element("mn", {}, ["1"])])])])];
  const annotation = element("annotation", { encoding: "application/x-tex" }, ["a < b"]);
  const formula = element("math", { display: "block" }, [element("semantics", {}, [...rows, annotation])]);
  expect(isStable(root(element("p", {}, ["x", element("a", { href: "/" }, [formula])])))).toBe(true);
});

it.each<[string, Element]>([
  ["HTML in a sign", element("math", {}, [element("mi", {}, [element("b", {}, ["x"])])])],
  ["HTML in a row", element("math", {}, [element("mrow", {}, [element("span", {}, ["x"])])])],
  ["HTML in an annotation", element("math", {}, [element("annotation", {}, [element("p", {})])])],
  ["a formula in a formula", element("math", {}, [element("math", {})])],
  ["a sign in a sign", element("math", {}, [element("mo", {}, [element("mi", {}, ["x"])])])],
  ["a sign outside of a formula", element("p", {}, [element("mi", {}, ["x"])])],
  ["a formula between rows", element("table", {}, [element("math", {})])],
  ["a number of a drawing", element("math", { width: "1e3" })],
  ["the attribute that the parser renames", element("math", { definitionurl: "x" })],
])("does not answer for %s", (_, found) => {
  expect(isStable(root(found))).toBe(false);
});

it(
  `answers for none of ${numRuns} random trees that the parser reads as another`,
  () => {
    let stable = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        const html = printHtml(tree);
        if (!isSurelyStable(tree, html)) return;
        stable += 1;
        expect(JSON.stringify(parseAny(html))).toBe(JSON.stringify(tree));
      }),
      { numRuns, endOnFailure: true },
    );
    expect(stable).toBeGreaterThan(numRuns / 20);
  },
  60_000 + numRuns * 5,
);

/** Mostly what may stand in an element, so that some trees are stable. */
const inside: Readonly<Record<string, string>> = {
  root: "p div ul table math b",
  p: "math b a br",
  div: "p math ul table pre",
  pre: "math b",
  ul: "li",
  li: "p math ul",
  table: "tbody caption",
  tbody: "tr",
  tr: "td",
  td: "p math",
  math: "semantics mrow mi",
  semantics: "mrow annotation",
  mrow: "mi mo mtext mspace mfrac mtable",
  mfrac: "mi mrow",
  mtable: "mtr",
  mtr: "mtd",
  mtd: "mi mrow",
};
const odd = "p b a math mi mrow table td li br pre span script style svg annotation-xml mglyph hr h2".split(" ");
const texts = fc.constantFrom("x", " ", "\n", "a < b & c", "\u00a0", "");
const attributes = fc.constantFrom<Properties>(
  {},
  {},
  {},
  { className: ["a", "b"] },
  { display: "block" },
  { definitionurl: "x" },
  { encoding: "1e3" },
);

const trees: fc.Arbitrary<Root> = childrenOf("root", 5).map((children) => root(...children));

function childrenOf(parent: string, depth: number): fc.Arbitrary<ElementContent[]> {
  const usual = inside[parent]?.split(" ") ?? [];
  const child = fc
    .nat(29)
    .chain((slip) => (slip === 0 || usual.length === 0 ? fc.constantFrom(...odd) : fc.constantFrom(...usual)))
    .chain((name) =>
      fc
        .tuple(attributes, depth === 0 ? fc.constant([]) : childrenOf(name, depth - 1))
        .map(([properties, children]) => element(name, properties, children)),
    );
  const isLeaf = depth === 0 || usual.length === 0;
  return fc.array(fc.oneof({ weight: 1, arbitrary: texts.map(text) }, { weight: isLeaf ? 0 : 3, arbitrary: child }), {
    maxLength: isLeaf ? 1 : 3,
  });
}
