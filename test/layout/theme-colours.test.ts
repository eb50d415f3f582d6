import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("assets/theme.css", "utf8");

/** The custom properties of the rule that begins with the selector. */
function colours(selector: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split("}")[0]!;
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes = {
  light: colours(":root"),
  "dark by choice": colours(':root[data-theme="dark"]'),
  "dark by the system": colours('  :root:not([data-theme="light"])'),
};

describe.each(Object.entries(themes))("%s", (_, theme) => {
  const inks = Object.entries(theme).filter(([name]) => !["bg", "soft", "line", "mark"].includes(name));

  test("has its colours", () => {
    expect(inks.length).toBe(11);
  });

  test.each(inks)("--%s %s is readable on both grounds", (_, ink) => {
    expect(contrast(ink, theme.bg!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, theme.soft!)).toBeGreaterThanOrEqual(4.5);
  });

  test("marked text is readable", () => {
    expect(contrast(theme.text!, theme.mark!)).toBeGreaterThanOrEqual(4.5);
    // Titles of search results are links.
    expect(contrast(theme.link!, theme.mark!)).toBeGreaterThanOrEqual(4.5);
  });
});

test("both ways into the dark lead to the same colours", () => {
  expect(themes["dark by choice"]).toEqual(themes["dark by the system"]);
});

test("the contrast of black on white is 21", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
