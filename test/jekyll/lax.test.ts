import { describe, expect, it } from "vitest";
import { rewriteLax } from "../../src/layout/jekyll/lax/rewrite.js";
import { jekyllSite } from "./site.js";

const config = `x: 1
name: b
list: [3, 1, 2]
tags: [x, y]
map: {b: {c: [1, 2, 3]}, a b: 5}
`;

async function rendered(text: string): Promise<string> {
  const site = jekyllSite({ "_config.yml": config, "page.txt": `---\n---\n${text}` });
  await site.build();
  return site.read("page.txt");
}

async function failure(text: string): Promise<string> {
  const { messages } = await jekyllSite({ "_config.yml": config, "page.txt": `---\n---\n${text}` }).build();
  return messages.map(({ reason }) => reason).join("\n");
}

describe("what is written wrong means what it means to Jekyll 4.3", () => {
  it.each([
    // Signs that belong to no name are passed over.
    ["{% assign list = (site.list | sort: 'x') %}{{ list | size }}", "3"],
    ["{{ (site.list | sort) }}", "123"],
    ["{{ site.map.[site.name].c }}", "123"],
    ["{{ site.name! }}{{ site.@name }}", "bb"],
    ["{% if !site.x %}yes{% endif %}", "yes"],
    ["{% if (site.x == 1 %}yes{% endif %}", "yes"],
    // Words behind a value, or without a comma, are nothing.
    ["{{ site.name 'x' | upcase }}", "B"],
    ["{{ site.list, site.name }}", "312"],
    ["{% assign y = 'a' 'b' %}{{ y }}", "a"],
    ["{% if site.x == 1 && nothing %}yes{% endif %}", "yes"],
    ["{% for i in site.list | sort %}{{ i }}{% endfor %}", "312"],
    ["{% for i in site.list, limit: 2 %}{{ i }}{% endfor %}", "31"],
    ["{% case site.x junk %}{% when 1 junk %}one{% endcase %}", "one"],
    ["{% unless site.nope %}u{% else junk %}v{% endunless junk %}", "u"],
    // Filters without a name are none.
    ["{{ site.name | upcase | }}|{{ | upcase }}|{{ }}|{{ site.name | | upcase }}", "B|||B"],
    ["{{ 5px }}|{{ 1.2.3 }}", "|1.2"],
    ["{% if site.x <> 2 %}yes{% endif %}", "yes"],
    ["{% assign foo.bar = 1 %}{{ foo.bar }}|", "|"],
    ["{% if false %}{% if site.x = 1 %}{% endif %}{% endif %}ok", "ok"],
  ])("%s", async (text, expected) => {
    expect(await rendered(text)).toBe(expected);
  });

  it.each([
    [String.raw`{{ 'a\nb' }}`, String.raw`a\nb`],
    [String.raw`{{ 'a\\b' | replace: '\\', '/' }}`, "a/b"],
    [String.raw`{% assign e = " \ <p;<p" | split: ";" %}{{ e[0] }}`, String.raw` \ <p`],
    [String.raw`{{ 'it\'s' }}`, "it\\"],
    [String.raw`{% if '\' == "\" %}yes{% endif %}`, "yes"],
  ])("there are no escapes in quoted texts: %s", async (text, expected) => {
    expect(await rendered(text)).toBe(expected);
  });

  it.each([
    [
      "a\n{% if site.x == 1 or %}{% endif %}",
      "Liquid syntax error (line 2): Syntax Error in tag 'if' - Valid syntax: if [expression] in page.txt",
    ],
    [
      "{% for i of x %}{% endfor %}",
      "Liquid syntax error (line 1): Syntax Error in 'for loop' - Valid syntax: for [item] in [collection] in page.txt",
    ],
    [
      "{% assign x %}",
      "Liquid syntax error (line 1): Syntax Error in 'assign' - Valid syntax: assign [var] = [source] in page.txt",
    ],
    [
      "{% case %}{% endcase %}",
      "Liquid syntax error (line 1): Syntax Error in 'case' - Valid syntax: case [condition] in page.txt",
    ],
    ["{% if site.x = 1 %}{% endif %}", "Liquid error (line 1): Unknown operator = in page.txt"],
    ["{% if not site.x %}{% endif %}", "Liquid error (line 1): Unknown operator site in page.txt"],
  ])("or fails with its words: %s", async (text, expected) => {
    expect(await failure(text)).toContain(expected);
  });
});

const rewrite = (text: string): string =>
  rewriteLax(text, "x", { mode: "warn", blocks: new Set(["for", "if", "raw", "comment"]), known: new Set() });

/** Some are refused. */
function outcome(text: string): string {
  try {
    return rewrite(text);
  } catch (error) {
    return String(error);
  }
}

it("what keeps to the grammar stays as it is, and so do raw and lines", () => {
  const text = [
    "{{ a.b[0]['c'] | d: 'e', f: 2 | g }}{%- if a==b and c contains 'd' or (1..3) == e -%}",
    "{% raw %}{{ a ! }}{% endraw %}{% comment %}{{ b }}{% endcomment %}",
    "{% for a in b reversed limit: 2 offset:c %}{% case a %}{% when 1 or 2, 3 %}{% include x a=b ! %}{% endfor %}{% endif %}",
  ].join("\n");
  // What `when` says is written anew in any case.
  expect(rewrite(text).replaceAll(/ +/g, " ")).toBe(text.replace("1 or 2, 3", "1, 2, 3").replaceAll(/ +/g, " "));
  const wrong = rewrite("{{ a\n!\n| b }}\n");
  expect(wrong.split("\n")).toHaveLength(4);
});

// Each took hours, or the stack, with a pattern or a procedure that was tried first.
it.each([
  `{% for a in a${" a: a".repeat(20_000)}! %}`,
  `{% for a in a${" ".repeat(20_000)}! %}`,
  `{{ a${"[a".repeat(20_000)} }}`,
  `{{ ${"[".repeat(20_000)}${"]".repeat(20_000)} }}`,
  `{% if a and${" ".repeat(20_000)}! %}`,
  `{% when ${"a or ".repeat(20_000)}! %}`,
  `{{ a ${"| b ".repeat(20_000)}! }}`,
  "{% raw %}".repeat(20_000),
  "{{ ".repeat(20_000),
])("hostile templates take no more than their length: %#", (text) => {
  expect(outcome(text)).not.toBe("");
});
