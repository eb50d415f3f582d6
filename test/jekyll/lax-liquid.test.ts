import { describe, expect, it } from "vitest";
import { buildBoth, hasJekyll } from "./both.js";
import { jekyllSite } from "./site.js";

const data = [
  "---",
  "x: y",
  "list: [a, b, c]",
  "numbers: [3, 1, 2]",
  "none: []",
  "bag: {a: 1, b: 2}",
  "rows: [{k: x, n: 1}, {k: y, n: 2}, {k: x, n: 3}, {k: [1]}, {}]",
  "---\n",
].join("\n");

/** What Ruby's Liquid makes of these we make, too; all are pages of one site. */
const templates: readonly string[] = [
  // a backslash in quotes is a backslash, and in the text of `replace` more than that
  "{{ 'a\\nb' }} {{ 'a\\tb' | size }} {{ \"x\\\\y\" }} {{ 'a\\' }}",
  "{{ 'a.b' | replace: '.', '\\\\1' }} {{ 'aXb' | replace: 'X', '\\0\\0' }} {{ 'aXb' | replace: 'X', '$&' }}",
  "{{ 'aXbX' | replace_first: 'X', '<\\&>' }} {{ 'aXb' | replace: 'X', '\\`\\1' }} {{ 'ab' | replace: '', '-' }}",
  // rubbish is passed over
  "{{ 'abc' junk }} {{ page.x junk | upcase }} {{ 'a' | append: 'b' 'c' }} {{ 'a' | append: 'b', }} {{ 'abc'junk }}",
  "{{ 'a\"b' }} {{ \"a'b\" }} {{ 'It''s' }} {{ '<a href=\"x\">\\'</a>' | escape }}",
  "{% if page.x == 'y' junk %}1{% endif %}{% assign q = 'v' junk %}{{ q }}{% for i in page.list junk %}{{ i }}{% endfor junk %}",
  "{{ page.x. }} {{ page..x }} {{ page['x' }} {{ | upcase }} [{{ }}] {{ 'a' | | upcase }} {{ 'q' | upcase | }} {{ page.[x] }}",
  "{% assign x = true and false %}{{ x }} {{ 1e3 }} {{ page.x | default 'n' | upcase }}",
  "{% for i in (1..5) limit:2 offset:1 reversed %}{{ i }}{% endfor %}{% for i in (1..5) reversed limit:2 %}{{ i }}{% endfor %}",
  "{% unless page.x <> 'y' %}1{% endunless %}{% if page.x <> 'z' and page.list contains 'b' %}2{% else rubbish %}3{% endif %}",
  "{% case page.x junk %}{% when 'y' %}1{% endcase %}",
  // nothing is blank
  "{% if '' == blank %}1{% endif %}{% if '' == empty %}2{% endif %}{% if nil == blank %}3{% endif %}{% if '' != blank %}4{% endif %}",
  "{% if page.none == empty %}1{% endif %}{% if page.none == blank %}2{% endif %}{% if page.nope == empty %}3{% endif %}",
  "{% if blank == '' %}1{% endif %}{% if empty == '' %}2{% endif %}{% if page.bag != empty %}3{% endif %}[{{ blank }}]",
  "{% if page.list == page.list %}1{% endif %}{% if page.list < 3 %}2{% endif %}{% if true > false %}3{% endif %}{% if 1 == 1.0 %}4{% endif %}",
  // rows of tables
  "{% tablerow i in page.list cols:2 %}{{ i }}{{ tablerowloop.col }}{{ tablerowloop.row }}{% endtablerow %}",
  "{% tablerow i in page.list %}{{ i }}{{ tablerowloop.last }}{% endtablerow %}{% tablerow i in page.none %}{% endtablerow %}",
  "{% tablerow i in page.list cols:2 limit:2 offset:1 %}{{ i }}{{ tablerowloop.index }}{{ tablerowloop.rindex0 }}{% endtablerow %}",
  "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}",
  // groups
  "{{ page.rows | group_by: 'k' }} {{ page.rows | group_by: 'k' | inspect }} {{ page.rows | group_by: 'k' | jsonify }}",
  "{{ page.rows | group_by_exp: 'i', 'i.k | append: \"!\"' | map: 'name' | join: ',' }} {{ page.list | append: 1 }}",
  "{{ page.numbers | sort | join }} {{ page.rows | sort: 'n' | map: 'n' | join: ',' }} {{ page.rows | sort: 'n', 'last' | map: 'n' | join: ',' }}",
];

describe.skipIf(!hasJekyll)("Liquid that is written wrong means what it means to Ruby", () => {
  it("page by page, with the same warnings", async () => {
    const pages = templates.map((text, index) => [`p${index + 1}.html`, data + text] as const);
    const { golden, ours } = await buildBoth(Object.fromEntries(pages));
    expect(golden.files.size).toBe(templates.length);
    expect(ours.files).toEqual(golden.files);
    expect(warningsOf(golden.said)).not.toEqual([]);
    expect(warningsOf(ours.said)).toEqual(warningsOf(golden.said));
  });

  it.each([
    [
      "{{ page.list | sort }}",
      "list: [3, ~, 2]",
      "Liquid error (line 1): comparison of NilClass with 2 failed in a.html",
    ],
    ["{{ page.list | sort }}", "list: [x, 2]", "Liquid error (line 1): comparison of String with 2 failed in a.html"],
    ["{% if 'a' < 3 %}{% endif %}", "", "Liquid error (line 1): comparison of String with 3 failed in a.html"],
    [
      "{% if page.n > '3' %}{% endif %}",
      "n: 5",
      "Liquid error (line 1): comparison of Integer with String failed in a.html",
    ],
    ["a\n{% if page.x = 1 %}{% endif %}", "", "Liquid error (line 2): Unknown operator = in a.html"],
    [
      "a {{ page.x ",
      "",
      "Liquid syntax error (line 1): Variable '{{' was not properly terminated with regexp: /\\}\\}/ in a.html",
    ],
    [
      "a {% if ",
      "",
      "Liquid syntax error (line 1): Tag '{%' was not properly terminated with regexp: /\\%\\}/ in a.html",
    ],
    [
      "{% if x %}{% endfor %}",
      "",
      "Liquid syntax error (line 1): 'endfor' is not a valid delimiter for if tags. use endif in a.html",
    ],
    [
      "{{ 'a}' }}",
      "",
      "Liquid syntax error (line 1): Variable '{{ 'a}' was not properly terminated with regexp: /\\}\\}/ in a.html",
    ],
    ["{% else %}", "", "Liquid syntax error (line 1): Unexpected outer 'else' tag in a.html"],
    [
      "{% for x y %}{% endfor %}",
      "",
      "Liquid syntax error (line 1): Syntax Error in 'for loop' - Valid syntax: for [item] in [collection] in a.html",
    ],
    [
      "{% assign x %}",
      "",
      "Liquid syntax error (line 1): Syntax Error in 'assign' - Valid syntax: assign [var] = [source] in a.html",
    ],
    [
      "{% case %}{% endcase %}",
      "",
      "Liquid syntax error (line 1): Syntax Error in 'case' - Valid syntax: case [condition] in a.html",
    ],
  ])("%s is refused", async (text, front, words) => {
    const { golden, ours } = await buildBoth({ "a.html": `---\n${front}\n---\n${text}` });
    expect([golden.ok, ours.ok]).toEqual([false, false]);
    expect(golden.said).toContain(words);
    expect(ours.said).toContain(words);
  });

  it.each(["strict", "lax"])("error_mode %s", async (mode) => {
    const site = { "_config.yml": `liquid: {error_mode: ${mode}}\n`, "a.html": "---\n---\na\n{{ 'x' junk }}" };
    const { golden, ours } = await buildBoth(site);
    expect(ours.ok).toBe(golden.ok);
    expect(ours.files).toEqual(golden.files);
    if (!golden.ok)
      expect(ours.said).toContain("(line 2): Expected end_of_string but found id in \"{{ 'x' junk }}\" in a.html");
    if (!golden.ok)
      expect(golden.said).toContain("(line 2): Expected end_of_string but found id in \"{{ 'x' junk }}\" in a.html");
  });
});

it("a fault in an include is told with its file and line", async () => {
  const site = jekyllSite({
    "_includes/x.html": "a\n{% for x %}{% endfor %}",
    "a.html": "---\n---\n{% include x.html %}",
  });
  const { messages } = await site.build();
  expect(messages).toMatchObject([{ file: "_includes/x.html", line: 2 }]);
  expect(messages[0]!.reason).toMatch(
    /Liquid syntax error \(.*_includes\/x\.html line 2\): Syntax Error in 'for loop' .* included in a\.html$/,
  );
});

it("lines of messages are those of the file though what stands before them was written anew", async () => {
  const site = jekyllSite({ "a.html": "---\n---\n{{ 'a'\n junk\n }}\n{% nope %}" });
  const { messages } = await site.build();
  expect(messages.map(({ severity, line }) => [severity, line])).toEqual([
    ["warning", 3],
    ["error", 6],
  ]);
});

/** What is warned of, in any order. */
function warningsOf(said: string): readonly string[] {
  return (said.match(/Liquid Warning: .*? in p\d+\.html/g) ?? []).sort();
}
