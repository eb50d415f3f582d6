import { Liquid } from "liquidjs";
import { describe, expect, test } from "vitest";
import { renderDirectly } from "../../src/layout/direct/index.js";
import { declarePure } from "../../src/layout/direct/pure-filters.js";

renderDirectly();

const variables = {
  page: {
    title: "A",
    "a-b": "dashed",
    tags: ["x", "y"],
    next: { title: "N" },
    empty: "",
    nothing: null,
    flag: false,
    deep: { k: { v: 1 } },
  },
  key: "title",
  list: [{ n: 3 }, { n: 1 }, { n: 2 }],
};

const templates = [
  "{{ page.title }}|{{ page['title'] }}|{{ page[key] }}|{{ page['a-b'] }}|{{ page.a-b }}",
  "{{ page.tags[0] }}|{{ page.tags[-1] }}|{{ page.tags.first }}|{{ page.tags.last }}|{{ page.tags.size }}|{{ page.size }}",
  "{{ page.next.title }}|{{ page.nothing }}|{{ page.nothing.x.y }}|{{ missing }}|{{ missing.x }}|{{ page.deep.k.v }}",
  "{{ 'text' | append: page.title | upcase }}|{{ 5 | plus: 2 }}|{{ 1.5 }}|{{ true }}|{{ nil }}|{{ -3 }}",
  "{{ page.empty | default: 'none' }}|{{ page.flag | default: 'on', allow_false: true }}|{{ missing | default: page.title }}",
  "{{ list | map: 'n' | sort | join: ',' }}|{{ list | where: 'n', 1 | size }}|{{ list | where_exp: 'e', 'e.n > 1' | map: 'n' }}",
  "{% if page.title == 'A' and page.tags contains 'x' %}yes{% else %}no{% endif %}|{% if page.flag %}on{% endif %}",
  "{% unless page.nothing %}none{% endunless %}|{% if page.empty == blank %}blank{% endif %}|{% if list == empty %}{% endif %}",
  "{% assign x = page.tags | join: '-' %}{{ x }}|{% assign page = 'shadow' %}{{ page }}",
  "{% for e in list reversed limit: 2 %}{{ e.n }}{{ forloop.index }}{{ forloop.last }}{% endfor %}|{{ (1..3) | join: '' }}",
  "{% case page.title %}{% when 'B', 'A' %}found{% endcase %}|{% capture c %}{{ page.title }}!{% endcapture %}{{ c }}",
  "{{ page.constructor }}|{{ page.__proto__ }}|{{ page.toString }}|{{ list.constructor.name }}",
  "{% if page.flag or page.nothing == nil and page.title != 'B' %}1{% endif %}{% if list[0].n > 2 and list.size <= 3 %}2{% endif %}",
  "{% if page.tags == page.tags %}same{% endif %}|{% if page.tags contains 'z' %}z{% endif %}|{% if page.title contains 'A' %}A{% endif %}",
  "{% if page.missing == empty %}e{% endif %}{% if page.empty == empty %}E{% endif %}{% if blank == page.nothing %}b{% endif %}",
  "{% unless page.title == 'A' %}a{% elsif page.flag == false %}b{% else %}c{% endunless %}{% unless key %}k{% else %}else{% endunless %}",
  "{% case key %}{% when 'x' or 'title' %}1{% when 'title', 'title' %}2{% else %}3{% endcase %}{% case 1 %}{% when 2 %}{% else %}else{% endcase %}",
  "{% for e in missing %}x{% else %}none{% endfor %}|{% for e in page.title %}{{ e }}{% endfor %}|{% for e in page.deep %}{{ e[0] }}{% endfor %}",
  "{% for e in list limit: 1 %}{{ e.n }}{% endfor %}|{% for e in list offset: continue %}{{ e.n }}{% endfor %}|{% for e in list offset: 1 %}{{ e.n }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.index0 }}{{ forloop.length }}{% endfor %}",
  "{% for e in list %}{% for f in page.tags %}{% if f == 'y' %}{% break %}{% endif %}{{ forloop.first }}{% endfor %}{% if e.n == 1 %}{% continue %}{% endif %}{{ e.n }}{% endfor %}",
  "{% for i in (1..3) %}{{ i }}{{ forloop }}{% endfor %}|{% for e in list %}{% assign sum = sum | plus: e.n %}{% endfor %}{{ sum }}{{ e }}",
  "{% capture c %}{% if true %}x{% endif %}{{ page.tags }}{% endcapture %}{{ c | size }}{{ c }}{% if page.nothing %}{% endif %}{{ list | map: 'n' }}",
  "{% tablerow e in list cols: 2 %}{{ e.n }}{% endtablerow %}{% echo page.title %}{% raw %}{{ x }}{% endraw %}{% comment %}{{ y }}{% endcomment %}",
  "a{{ 'b' }}{{ 1 }}{{ nil }}{{ '' }}c{% if page.flag %}{% endif %}{% if key %}{% comment %}x{% endcomment %}{% endif %}{{ key }}d",
  "{% for e in list %}a{{ 'b' }}{% if e.n == 1 %}{% break %}{% endif %}{{ 'c' }}d{% endfor %}",
  "{% for e in list reversed %}{% for f in list offset: continue limit: 1 %}{{ f.n }}{{ forloop.index }}{% endfor %}{% endfor %}",
  "{% if missing > 0 %}1{% endif %}{% if page.tags.size >= 2 %}2{% endif %}{% if 'b' > 'a' %}3{% endif %}{% if nil < 1 %}4{% endif %}{% if page.tags <= 1 %}5{% endif %}{% if page.nothing >= 0 %}6{% endif %}",
  "{% cycle page.title, 'b' %}{% increment n %}{{ 'a,b' | split: ',' | last }}",
];

describe("direct evaluation", () => {
  // Rendering with promises does not take the short way, so it is the measure.
  test.each(templates)("is LiquidJS's: %s", async (template) => {
    const liquid = new Liquid();
    const parsed = liquid.parse(template);
    // `increment` counts in the variables themselves, so each rendering gets its own.
    const direct = liquid.renderSync(parsed, structuredClone(variables));
    expect(direct).toBe(await liquid.render(parsed, structuredClone(variables)));
  });

  test("ends a loop without end", () => {
    const liquid = new Liquid({ renderLimit: 5 });
    expect(() => liquid.parseAndRenderSync("{% for i in (1..2000000) %}{% if i %}{% endif %}{% endfor %}")).toThrow(
      "template render limit exceeded",
    );
  });

  test("a tag's error tells the place of its value", () => {
    const liquid = new Liquid();
    liquid.registerFilter("fail", () => {
      throw new Error("no");
    });
    const template = "{% for e in list %}\n{% if e.n == 1 %}{{ e | fail }}{% endif %}{% endfor %}";
    expect(() => liquid.parseAndRenderSync(template, variables)).toThrow("no, line:2, col:18");
  });

  test("asks a pure filter of a literal once, and of what may change each time", () => {
    const liquid = new Liquid();
    const asked: unknown[] = [];
    const pure = (value: unknown, other: unknown) => {
      asked.push(value);
      return `${value}${other}`;
    };
    liquid.registerFilter("pure", pure);
    liquid.registerFilter("counting", (value: unknown) => `${value}${asked.push(value)}`);
    declarePure([pure]);
    const parsed = liquid.parse("{{ 'a' | pure: 1 }} {{ key | pure: 2 }} {{ 'b' | pure: key }} {{ 'c' | counting }}");
    expect(liquid.renderSync(parsed, { key: "x" })).toBe("a1 x2 bx c4");
    expect(liquid.renderSync(parsed, { key: "y" })).toBe("a1 y2 by c7");
    expect(asked).toEqual(["a", "x", "b", "c", "y", "b", "c"]);
  });

  test("leaves strict variables to LiquidJS", () => {
    const liquid = new Liquid({ strictVariables: true });
    expect(() => liquid.parseAndRenderSync("{{ page.missing }}", variables)).toThrow(
      "undefined variable: page.missing",
    );
  });

  test("a filter that throws tells its place", () => {
    const liquid = new Liquid();
    liquid.registerFilter("fail", () => {
      throw new Error("no");
    });
    expect(() => liquid.parseAndRenderSync("\n {{ page | fail }}", variables)).toThrow("no, line:2, col:2");
  });
});
