import { Liquid } from "liquidjs";
import { describe, expect, test } from "vitest";
import { evaluatePlainValuesDirectly } from "../../src/layout/sync-values.js";

evaluatePlainValuesDirectly();

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
