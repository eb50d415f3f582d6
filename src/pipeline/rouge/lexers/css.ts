import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";
import { colors, properties, values } from "./css-words.js";

export const identifier = /[-_\p{L}][-\w\p{L}]*/u;
const name = identifier.source;
const vendor = /^(?:-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)|mso)-/;
const units = "em|ex|ch|rem|vw|vh|vmin|vmax|cm|mm|in|pt|pc|px|deg|rad|grad|turn|s|ms|Hz|kHz|dpi|dpcm|dppx";

export function propertyToken(property: string): string {
  return properties.has(property) || vendor.test(property) ? "nl" : "py";
}

export function valueToken(word: string): string {
  return values.has(word) ? "nb" : colors.has(word) ? "no" : "n";
}

const blanks = rule(/\s+/, "");
const comment = rule(/\/\*[\s\S]{0,20000}?\*\//, "c");
const strings = [rule(/"(?:\\[\s\S]|[^"\\])*"/, "s1"), rule(/'(?:\\[\s\S]|[^'\\])*'/, "s2")];

const selectors: readonly Rule[] = [
  blanks,
  comment,
  rule(/\{/, "p", "block"),
  rule(new RegExp(`::?${name}`, "u"), "nd"),
  rule(new RegExp(`\\.${name}`, "u"), "nc"),
  rule(new RegExp(`#${name}`, "u"), "nf"),
  rule(new RegExp(`@${name}`, "u"), "k", "at"),
  rule(identifier, "nt"),
  rule(/[~^*!%&<>|+=@:;,./?()[\]]/, "o"),
  ...strings,
];

const value: readonly Rule[] = [
  blanks,
  comment,
  ...strings,
  rule(/url\(.*?\)/, "sx"),
  rule(/#[\da-f]{1,6}/i, "m"),
  rule(new RegExp(`-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:%|(?:${units})\\b)?`), "m"),
  ruleFor(identifier, ([word], { emit }) => emit(valueToken(word), word)),
  rule(/[[\]():/.,]/, "p"),
];

export const css: Lexer = {
  states: {
    root: selectors,
    block: [
      blanks,
      comment,
      rule(/\}/, "p", "^"),
      ruleFor(new RegExp(`(${name})(\\s*)(:)`, "u"), ([, property, blank, colon], { emit, move }) => {
        emit(propertyToken(property!), property!);
        emit("", blank!);
        emit("p", colon!);
        move("value");
      }),
    ],
    value: [rule(/;/, "p", "^"), rule(/\}/, "p", "^^"), rule(/!\s*important\b/, "cp"), ...value],
    at: [rule(/;/, "p", "^"), rule(/\{/, "p", ["^", "content"]), ...value],
    // Of declarations if the first thing is one, as in `@font-face`, otherwise of rules, as in `@media`.
    content: [blanks, rule(new RegExp(`(?=${name}\\s*:)`, "u"), "", ["^", "block"]), rule(/(?:)/, "", ["^", "rules"])],
    rules: [rule(/\}/, "p", "^"), ...selectors],
  },
};
