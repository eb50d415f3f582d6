import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/loader/decode.js";
import { readExactYaml } from "../../src/loader/exact-yaml.js";
import { readFrontMatter } from "../../src/loader/front-matter.js";
import { splitText } from "../../src/loader/section.js";
import { readSimpleYaml } from "../../src/loader/simple-yaml.js";

/** What the fast reader understands, the exact one understands in the same way, and without a complaint. */
function expectSameReading(block: string): boolean {
  const simple = readSimpleYaml(block, 2);
  if (!simple) return false;
  const exact = readExactYaml(block, 2);
  expect(exact.errors, block).toEqual([]);
  expect(exact.duplicates, block).toEqual([]);
  expect(simple, block).toEqual(exact.entries);
  return true;
}

describe("the fast reader", () => {
  test.each([
    "title: 墨水",
    "title: 'It''s'  \ndate: 2025-02-26 22:55:23 +0800",
    'title: "a \\"b\\" \\u58a8"',
    "tags: ['a', \"b\", c d, 2017, 0123, ~]",
    "tags: []\ncategories:\n",
    "tags:\n- a\n- 'b'\n-\n\n- [c, d]\nend: 1",
    'tags:\n  - a\n  - b\nimage:\n    path: /a.png\n    alt: "b"\n',
    "layout:: post\nn: 12345678901234567890\nm: 123456\nv: 1.10\nb: True\nz: null",
    "# comment\n\ntitle: C# and F#\nurl: http://x.example/a#b",
    "标签: [甲, 乙]",
  ])("reads %j itself", (block) => expect(expectSameReading(block)).toBe(true));

  test.each([
    "title: a: b",
    "title: a # comment",
    "title: [转] x",
    "title: *x*",
    "title: |\n  x",
    "title: a\n  b",
    "title: x\ntitle: y",
    "a:\n  b:\n    c: d",
    "a:\n- b: c",
    "title:\tx",
    "title: {a: b}",
    "title: - x",
    'title: "a\\qb"',
    "a: [b, [c]]",
    "a: [b: c]",
    "a: [b",
    "title : x",
    "title:x",
    "? a\n: b",
    "a: &x b",
    "a:\n  - b\n - c",
    "text",
    "a:\n    b: c\n  ab_cd: e",
    "a: [b{c]",
  ])("leaves %j to the exact one", (block) => expect(readSimpleYaml(block, 2)).toBeUndefined());

  test("agrees with the exact one on any lines", () => {
    const scalar = fc.constantFrom(
      "",
      "x",
      "a b",
      "0123",
      "1.10",
      "true",
      "~",
      "2025-02-26 22:55:23 +0800",
      "'q'",
      "'it''s'",
      '"d"',
      '"\\n"',
      '"\\q"',
      "[a, b]",
      "[ 'a' ,b]",
      "[a,]",
      "[,]",
      "[a: b]",
      "[a:b]",
      "[http://x]",
      "{a: b}",
      "a: b",
      "a:",
      "#x",
      "x #y",
      "x#y",
      "- x",
      "-x",
      "? x",
      "*a",
      "&a b",
      "!t x",
      "|",
      ">",
      "%x",
      "@x",
      "[转] x",
      "墨 水",
      "\u00a0x\u00a0",
      "'a' b",
      "x  ",
      "[]",
      "[[a]]",
      "1e3",
      "-5",
      ".5",
    );
    const key = fc.constantFrom("a", "b", "c-d", "e_f", "墨", "layout:", "a b", "1", "true", "'k'", "__proto__", "<<");
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom("", "", "", "  ", " ", "    "),
          key,
          fc.constantFrom(": ", ": ", ":", ":  ", " : "),
          scalar,
        )
        .map((parts) => parts.join("")),
      fc
        .tuple(fc.constantFrom("", "  ", "    "), fc.constantFrom("- ", "-", "-  "), scalar)
        .map((parts) => parts.join("")),
      fc.constantFrom("", " ", "# c", "  # c", "x", "]", "  y"),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        if (expectSameReading(lines.join("\n"))) read += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test("agrees with the exact one on any text", () => {
    const character = fc.constantFrom(..."ab:- \n[]{}'\",#&*!|>%@`?\\~012.墨_\t");
    fc.assert(
      fc.property(fc.array(character, { maxLength: 24 }), fc.boolean(), (characters, inBrackets) => {
        const text = characters.join("");
        expectSameReading(inBrackets ? `a: [${text}]` : `a: ${text}`);
      }),
      { numRuns: 10_000 },
    );
  });
});

const corpus = process.env.PUMICE_CORPUS;

test.skipIf(!corpus || !existsSync(corpus))("both readers agree on real posts (skipped without PUMICE_CORPUS)", () => {
  let fast = 0;
  let all = 0;
  for (const name of readdirSync(corpus!, { recursive: true, encoding: "utf8" })) {
    const path = join(corpus!, name);
    if (!statSync(path).isFile()) continue;
    const { block } = splitText(decode(readFileSync(path), name).text);
    if (block === undefined) continue;
    all += 1;
    if (expectSameReading(block)) fast += 1;
  }
  expect(fast / all).toBeGreaterThan(0.9);
});

describe("readFrontMatter", () => {
  test("a list that is indented badly is read as far as it goes, and the message tells where", () => {
    const { entries, messages } = readFrontMatter("---\ntitle: x\ntags:\n    - a\n  - b\n---\n", "x.md");
    expect(entries.map(({ key, value }) => [key, value])).toEqual([
      ["title", "x"],
      ["tags", ["a", "b"]],
    ]);
    expect(messages).toMatchObject([{ severity: "warning", ruleId: "front-matter-syntax", file: "x.md", line: 5 }]);
  });

  const entriesOf = (block: string) =>
    Object.fromEntries(readFrontMatter(`---\n${block}\n---\n`, "x.md").entries.map(({ key, value }) => [key, value]));

  test("what the fast reader does not know is read exactly", () => {
    expect(
      entriesOf(
        "base: &b {x: 1, y: 2}\nown: {<<: *b, y: 3}\ntext: >\n  a\n  b\nbin: !binary aGk=\nruby: !ruby/object:X y",
      ),
    ).toEqual({
      base: { x: 1, y: 2 },
      own: { x: 1, y: 3 },
      text: "a b\n",
      bin: "hi",
      ruby: "y",
    });
  });

  test("only the first pair of dashes counts, and dashes within a block do not", () => {
    const { body, bodyLine, entries } = readFrontMatter(
      "---\na: |\n  x\n  ---\n  ---more\n---\n\n---\n\nb: c\n---\n",
      "x.md",
    );
    expect(entries).toMatchObject([{ key: "a", value: "x\n---\n---more\n" }]);
    expect([body, bodyLine]).toEqual(["\n---\n\nb: c\n---\n", 7]);
  });

  test("an empty block is no problem", () => {
    expect(readFrontMatter("---\n---\nbody", "x.md")).toMatchObject({
      entries: [],
      body: "body",
      bodyLine: 3,
      messages: [],
    });
    expect(readFrontMatter("---\n# nothing\n---", "x.md")).toMatchObject({ entries: [], body: "", messages: [] });
  });
});
