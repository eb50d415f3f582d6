import { describe, expect, it } from "vitest";
import { UserError } from "../../src/model/message.js";
import { jekyllSite } from "./site.js";

/** What a page with this text becomes. */
async function render(text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const site = jekyllSite({ ...files, "x.html": `---\nlist: [3, 1]\nbag: {a: 1}\nday: 2020-01-02\n---\n${text}` });
  const { messages } = await site.build();
  const errors = messages.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? errors.map(({ reason }) => reason).join("\n") : site.read("x.html");
}

describe("Liquid as Ruby has it", () => {
  it.each([
    ["{{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }} {{ 4.0 | divided_by: 2.0 }}", "3 3.5 2.0"],
    ["{{ page.bag }} {{ page.list }} {{ page.day }}", '{"a"=>1} 31 2020-01-02'],
    ["{{ page.bag | inspect }}", "{&quot;a&quot;=&gt;1}"],
    ["{{ page.list | sort | join: '-' }} {{ page.list | push: 2 | pop: 2 | join }}", "1-3 3"],
    ["{{ \"a'b\" | xml_escape }} {{ '<a>' | escape }}", "a&apos;b &lt;a&gt;"],
    ["{% if nil < 1 %}yes{% else %}no{% endif %}{% if page.bag contains 'a' %} has{% endif %}", "no has"],
    ["{{ 'A b' | slugify }} {{ '/x/index.html' | strip_index }} {{ 'a b' | relative_url }}", "a-b /x/ /a%20b"],
    ["{{ page.day | date: '%d %b %Y' }} {{ page.day | date_to_string: 'ordinal', 'US' }}", "02 Jan 2020 Jan 2nd, 2020"],
    ["{% for i in (1..3) %}{% ifchanged %}x{% endifchanged %}{% endfor %}", "x"],
    ["{{ ' a\n  b c ' | split: ' ' | jsonify }}{{ 'a,,b,,' | split: ',' | size }}", '["a","b","c"]3'],
    ["[{% if true %}\n {% assign a = 1 %}\n{% comment %} c {% endcomment %} {% endif %}]", "[]"],
    [
      "[{% for i in (1..2) %} {% if i == 3 %} {% else %} {% capture b %} {{ i }} {% endcapture %} {% endif %} {% endfor %}{{ b }}]",
      "[ 2 ]",
    ],
    ["[{% if true %} {{ nil }} {% endif %}{% if true %} {% break %} {% endif %}", "[   "],
    [
      "{% case 1 %} {% when 1 %} {% assign c = 2 %} {% else %} x {% endcase %}|{% unless true %}{% else %} {% endunless %}",
      "  |",
    ],
    ["{% assign key = 'a' %}{{ page.bag.[key] }}{{ page.bag.['a'] }}{{ 'a.[b' }}", "11a.[b"],
    ["{{ 'a' | nothing_known }}{{ page.none.at.all }}", "a"],
    ["{{ page.list | where_exp: 'n', 'n > 2' | first }}", "3"],
  ])("%s", async (text, expected) => {
    expect(await render(text)).toBe(expected);
  });

  it("includes take parameters and computed names, and know no other folder", async () => {
    const files = { "_includes/card.html": "[{{ include.title }}]", "_includes/sub/b.html": "b" };
    expect(
      await render(
        '{% include card.html title="A \\"B\\"" %}{% assign n = "sub" %}{% include {{ n }}/b.html %}',
        files,
      ),
    ).toBe('[A "B"]b');
    expect(await render("{% include ../x.html %}", files)).toContain("Invalid syntax for include tag.");
  });

  it("errors name the template, the line and the page", async () => {
    const files = { "_includes/bad.html": "\n{% oops %}" };
    expect(await render("{% include bad.html %}", files)).toMatch(
      /Liquid Exception: Liquid syntax error \(.*_includes\/bad\.html line 2\): Unknown tag 'oops' included in x\.html/,
    );
    expect(await render("{{ 'a' | append 'b' }}")).toContain(
      "wrong number of arguments (given 1, expected 2) in x.html",
    );
    expect(await render("{% include none.html %}")).toMatch(
      /Liquid Exception: Could not locate the included file 'none.html' in any of \["[^"]*_includes"\]\. .* in x\.html/,
    );
    expect(await render("{% highlight %}{% endhighlight %}")).toContain(
      "Liquid Exception: Syntax Error in tag 'highlight' while parsing the following markup:",
    );
    expect(await render("{% include a.html b=c d %}")).toContain("Invalid syntax for include tag: b=c d Valid syntax:");
    expect(await render("{{ nil | sort }}")).toContain("Liquid error (line 1): Cannot sort a null object. in x.html");
  });

  it("links and posts are found by their files, and a wrong name is an error", async () => {
    const files = { "_config.yml": "baseurl: /blog\n", "_posts/2020-01-02-hi.md": "---\n---\nhi", "a/b.txt": "x" };
    expect(await render("{% link a/b.txt %} {% post_url 2020-01-02-hi %}", files)).toBe(
      "/blog/a/b.txt /blog/2020/01/02/hi.html",
    );
    expect(await render("{% link none.md %}", files)).toContain("Could not find document 'none.md' in tag 'link'.");
  });

  it("unknown variables and filters are errors where the site wants them to be", async () => {
    const strict = { "_config.yml": "liquid: {strict_variables: true, strict_filters: true}\n" };
    expect(await render("x\n{{ page.nope }}", strict)).toContain(
      "Liquid error (line 2): undefined variable nope in x.html",
    );
    expect(await render("{{ 'a' | nope }}", strict)).toContain("undefined filter nope in x.html");
  });

  it("a configuration that is no YAML is refused", async () => {
    await expect(jekyllSite({ "_config.yml": "a: [", "x.html": "x" }).build()).rejects.toBeInstanceOf(UserError);
  });
});
