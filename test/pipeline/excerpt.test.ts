import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.js";

describe("the author's mark of the excerpt", () => {
  it.each([
    ["between paragraphs", "<p>a <b>b</b></p><p>aa</p>\n<!--more-->\n<p>c</p>", "<p>a <strong>b</strong></p><p>aa</p>"],
    ["within one", "<p>aa</p><p>b<!-- more -->c</p><p>d</p>", "<p>aa</p><p>bc</p>"],
    ["alone between blank lines", "a b\n\n<!--more-->\n\nSecond.\n", "<p>a b</p>"],
    ["with words for the link", "<p>aa</p><p>bb</p><!--more Read on--><p>cc</p>", "<p>aa</p><p>bb</p>"],
    ["missing", "<p>aa</p><p>bb</p><!-- note -->", "<p>aa</p>"],
  ])("%s", (_where, html, expected) => {
    const cleaned = cleanHtml(html);
    expect(cleaned.excerpt.replace(/\n/g, "")).toBe(expected);
    expect(cleaned.html).not.toMatch(/<!--|<p><\/p>/);
  });
});
