import { expect, test } from "vitest";
import { parseHtml } from "../../src/html/parse.js";
import { compileSelector, isCompound, selectorTable } from "../../src/html/selector.js";
import { createWalk } from "../../src/html/walk.js";

test.each(["p", "*", "#top", "p.note", ".a.b", 'span[class^="kdocs-"]', "td[rowspan]", "h1#a.b[lang]"])(
  "%s needs a look at one element only",
  (selector) => {
    expect(isCompound(selector)).toBe(true);
    expect(() => compileSelector(selector)).not.toThrow();
  },
);

test.each(["", "p > a", "p a", "p, a", "li:first-child", "p:has(> a.basket)", "p.", "[class^=x]"])(
  "%s needs a query",
  (selector) => {
    expect(isCompound(selector)).toBe(false);
    expect(() => compileSelector(selector)).toThrow("Not a compound selector");
  },
);

test("a table for every element meets those without attributes, too", () => {
  const met: string[] = [];
  const table = selectorTable<undefined>(["*"], (element) => {
    met.push(element.tagName);
    return undefined;
  });
  createWalk([{ enter: table }])(parseHtml("<p>a <em class=x>b</em></p>"), undefined);
  expect(met).toEqual(["p", "em"]);
});
