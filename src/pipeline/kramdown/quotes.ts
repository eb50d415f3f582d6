import { element } from "./element.js";
import { addText, type SpanParser } from "./parsing.js";

type Sign = "lsquo" | "rsquo" | "ldquo" | "rdquo";
/** What a rule writes: the text of a group, a sign, or the left or right one of what a group holds. */
type Part = number | Sign | readonly ["left" | "right", number];

const punctuation = "[!\"#$%'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]";
const closing = "[^ \\\\\\t\\r\\n[{(-]";

/** The rules of SmartyPants; the first that matches holds. */
const rules: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/("|')(?=[_*]{1,2}\S)/y, [["left", 1]]],
  [new RegExp(`("|')(?=${punctuation}(?!\\.\\.)\\B)`, "y"), [["right", 1]]],
  [/(\s?)"'(?=\w)/y, [1, "ldquo", "lsquo"]],
  [/(\s?)'"(?=\w)/y, [1, "lsquo", "ldquo"]],
  [/(\s?)'(?=\d\ds)/y, [1, "rsquo"]],
  [/(\s)('|")(?=\w)/y, [1, ["left", 2]]],
  [new RegExp(`(${closing})('|")`, "y"), [1, ["right", 2]]],
  [/("|')(?=\s|s\b|$)/my, [["right", 1]]],
  [/([\s\S]?)'/y, [1, "lsquo"]],
  [/([\s\S]?)"/y, [1, "ldquo"]],
];

/** Straight quotes as typographic ones. */
export const smartQuote: SpanParser = {
  sign: "[^\\\\]?[\"']",
  start: /[^\\]?["']/y,
  parse(parsing) {
    const { src, tree } = parsing;
    const rule = rules.find(([pattern]) => src.scan(pattern) !== undefined);
    if (!rule) {
      addText(parsing, src.take());
      return;
    }
    const groups = src.match!;
    for (const part of rule[1]) {
      if (typeof part === "number") addText(parsing, groups[part]!);
      else tree.children.push(element("quote", typeof part === "string" ? part : signOf(part[0], groups[part[1]]!)));
    }
  },
};

function signOf(side: "left" | "right", mark: string): Sign {
  return `${side === "left" ? "l" : "r"}${mark === '"' ? "d" : "s"}quo`;
}
