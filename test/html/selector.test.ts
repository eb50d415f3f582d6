import { expect, test } from "vitest";
import { compileSelector, isCompound } from "../../src/html/selector.js";

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
