import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import { indentFlow } from "../../src/lib/indent-flow.js";
import { parseYaml } from "../../src/lib/ruby/yaml.js";
import { readExactYaml } from "../../src/loader/exact-yaml.js";

// What Ruby's Psych reads; the `yaml` package alone takes none of them.
it.each([
  ['css: "#map {\n\t\theight: 4px;\n\t}\n"\nb: 1\n', { css: "#map { height: 4px; } ", b: 1 }],
  ['css: "#map {\n}\n"\n', { css: "#map { } " }],
  ['css: "a\n\n\tb"\n', { css: "a\nb" }],
  ["a: 'it''s\ny # z'\n", { a: "it's y # z" }],
  ["a: [1,\n2]\n", { a: [1, 2] }],
  ["a: [\n\t1,\n\t{b: '}'}, # ]\n\t2\n]\nc: 3\n", { a: [1, { b: "}" }, 2], c: 3 }],
  ['a:\n  - "x\ny"\n  - [b,\nc]\n', { a: ["x y", ["b", "c"]] }],
  ['a: "x\\"\ny"\nb: c\n', { a: 'x" y', b: "c" }],
])("lines within quotes and brackets may be indented anyhow: %j", (text, expected) => {
  expect(parseDocument(text).errors).not.toEqual([]);
  expect(parseYaml(text, "UTC")).toEqual(expected);
  expect(readExactYaml(text, 1).errors).toEqual([]);
});

it.each(['a: |\n  say "x\n  and [y\nb: 1\n', 'a: it\'s\nb: "c"\n', 'a: b # "c\nd: [1]\n', "- - a\n- 'b'\n"])(
  "other lines stay as they are: %j",
  (text) => {
    expect(indentFlow(text)).toBe(text);
  },
);

it("what is wrong for Ruby, too, is told of the text as it was written", () => {
  expect(() => parseYaml('a: "x\nb: 1\n', "UTC")).toThrow("Missing closing");
});
