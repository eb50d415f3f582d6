import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";
import { createTagBudget } from "../../src/pipeline/tag-budget.js";

const keep = (html: string): string => createTagBudget().keep(html);

describe("the budget for tags", () => {
  it.each([
    ["siblings without end", "<p>a".repeat(5000)],
    ["list items and cells without end", `<ul>${"<li>a".repeat(2000)}</ul><table>${"<tr><td>b".repeat(2000)}</table>`],
    ["void elements", "<br><img src=a>".repeat(3000)],
    ["many elements that are closed", "<div><span>a</span></div>".repeat(3000)],
    ["formatting that each cell leaves open", `<table>${"<tr><td><font color=red><b>a</td></tr>".repeat(500)}</table>`],
    ["one bold that is never closed, over and over", "<p><b>a</p>".repeat(60)],
    ["paragraphs that end what is open in them", "<p><span>a</p>".repeat(500)],
    ["inner elements that an outer end tag closes", "<div><span><em>a</div>".repeat(1000)],
    ["links that are never closed", "<a name=a><p>b</p>".repeat(500)],
    [
      "links behind much open formatting",
      `${Array.from({ length: 40 }, (_, n) => `<font a${n}>`).join("")}<a href=b>c</a>`,
    ],
    ["tags in comments, scripts and attributes", `<!-- ${"<div>".repeat(999)} --><p title="${"<div>".repeat(999)}">a`],
  ])("leaves %s alone", (_, html) => {
    expect(keep(html) === html).toBe(true);
  });

  it("takes out the tags that nest too deeply with their end tags, and keeps the text", () => {
    const html = `${"<div>".repeat(300)}text${"</div>".repeat(300)}`;
    expect(keep(html)).toBe(`${"<div>".repeat(200)}text${"</div>".repeat(200)}`);
  });

  it.each([
    ["that formatting closes across", "<b><div></b>"],
    ["whose text closes them", '<div title="</div>">'],
    ["that inner end tags do not reach", "<span><div></span>"],
  ])("counts blocks %s", (_, html) => {
    expect(keep(html.repeat(1000)).split("<div").length - 1).toBeLessThanOrEqual(200);
  });

  it("counts on from one stretch to the next", () => {
    const budget = createTagBudget();
    const kept = Array.from({ length: 300 }, () => budget.keep("<div>")).join("");
    expect(kept).toBe("<div>".repeat(200));
    expect(budget.taken()).toEqual({ count: 100, first: "<div>" });
  });

  it.each([
    ["HTML", "a.html"],
    ["Markdown", "a.md"],
  ])("lets no %s open formatting anew without end, and says so with the place", (_, path) => {
    const attack = Array.from({ length: 3000 }, (__, n) => `<p><font a${n}>`).join("");
    const { html, messages } = cleanHtml(`---\ndate: 2020-01-01\n---\n\n${attack}words`, { path });
    expect(html).toContain("words");
    expect(html.length).toBeLessThan(1000);
    expect(messages).toEqual([
      expect.objectContaining({
        severity: "warning",
        ruleId: "too-deep",
        line: 5,
        reason: expect.stringMatching(/2960/),
      }),
    ]);
  });
});
