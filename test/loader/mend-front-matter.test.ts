import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../src/loader/front-matter.js";
import { mendFrontMatter } from "../../src/loader/mend-front-matter.js";

const options = { timezone: "UTC", noCategories: [] };
const mend = (text: string) => mendFrontMatter(text, options)?.text;
const body = "\nSome words: they --- stay\n";

describe("what is mended", () => {
  test.each([
    [
      "a misspelt key",
      "---\n# c\ntitel: Ink # d\ndate: 2020-01-02\n---",
      "---\n# c\ntitle: Ink # d\ndate: 2020-01-02\n---",
    ],
    ["a quoted misspelt key", '---\n"titel": Ink\n---', '---\n"title": Ink\n---'],
    [
      "a key that is there twice",
      "---\ntitle: Old\ntags: # of ink\n  - a\n# the right one\ntitle: New\ntags: [b]\n---",
      "---\n# the right one\ntitle: New\ntags: [b]\n---",
    ],
    ["a colon in a value", "---\ntitle: Ink: a tale\n---", "---\ntitle: 'Ink: a tale'\n---"],
    ["a sign that YAML has other plans for", "---\ntitle: [转] it's ink\n---", "---\ntitle: '[转] it''s ink'\n---"],
    ["quotes that do not match", '---\ntitle: "Ink" and more\n---', "---\ntitle: '\"Ink\" and more'\n---"],
    ["a backslash", '---\npath: "C:\\Users"\n---', "---\npath: 'C:\\Users'\n---"],
    ["a full-width colon", "---\ntitle：墨水\nlayout: post\n---", "---\ntitle: 墨水\nlayout: post\n---"],
    ["tabs for indentation", "---\ntags:\n\t- a\n\t- b\ntitle: Ink\n---", "---\ntags:\n  - a\n  - b\ntitle: Ink\n---"],
    ["no line of dashes at the end", "---\ntitle: Ink\nlayout: post", "---\ntitle: Ink\nlayout: post\n---"],
    ["no dashes at all", "title: Ink\nlayout: post", "---\ntitle: Ink\nlayout: post\n---"],
    [
      "several at once",
      "---\ntitel: Ink: a tale\nlayout: a\nlayout: post\n---",
      "---\ntitle: 'Ink: a tale'\nlayout: post\n---",
    ],
  ])("%s", (_, before, after) => {
    expect(mend(`${before}\n${body}`)).toBe(`${after}\n${body}`);
    expect(mend(`${after}\n${body}`)).toBeUndefined();
  });
});

describe("what is left alone", () => {
  test.each([
    ["good front matter, however it looks", "---\ntitle:   'Ink'   # c\ntags: [ a,b ]\n---"],
    ["a date without an offset", "---\ndate: 2020-01-02 10:00\n---"],
    ["a key that would be no date", "---\ndata: many\ntitle: Ink\n---"],
    ["keys of layouts", "---\nmood: calm\ntitle: Ink\n---"],
    ["no front matter", "Just text."],
  ])("%s", (_, text) => {
    expect(mend(`${text}\n${body}`)).toBeUndefined();
  });
});

test("each changed line is told with its number in the file", () => {
  expect(mendFrontMatter(`title: Ink\nlayuot: post\nlayuot: x\n\n${body}`, options)?.edits).toEqual([
    { line: 1, after: "---" },
    { line: 2, before: "layuot: post" },
    { line: 3, before: "layuot: x", after: "layout: x" },
    { line: 4, after: "---" },
  ]);
});

test("whatever the front matter, the body stays and no value is lost", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "title: a: b",
      "titel: x",
      "title: y",
      "tags:",
      "\t- a",
      "  - b",
      "- c",
      "# note",
      "",
      "date：2020-01-02",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.string(), (lines, rest) => {
      const text = `---\n${lines.join("\n")}\n---\n${rest}`;
      const mended = mend(text);
      if (mended === undefined) return;
      const [before, after] = [readFrontMatter(text, ""), readFrontMatter(mended, "")];
      expect(after.body).toBe(before.body);
      const values = ({ entries }: typeof before) => entries.map(({ value }) => JSON.stringify(value)).sort();
      expect(values(after)).toEqual(values(before));
    }),
    { numRuns: 500 },
  );
});
