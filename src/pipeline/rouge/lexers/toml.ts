import { type Lexer, type Rule, rule } from "../lexer.js";

const key = `("[^"]*"|'[^']*'|\\S{1,1000})(\\s*)(=)`;
const digits = "\\d+(?:_\\d+)*";

const basic: readonly Rule[] = [
  rule(/\s+/, ""),
  rule(/#.*/, "c"),
  rule(/true|false/, "kc"),
  // Arrays without blanks are taken for the names of tables.
  rule(/\[\S{1,1000}\]/, "nn"),
  rule(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, "ld"),
  rule(new RegExp(`[-+]?${digits}(?:\\.${digits}(?:e[-+]?${digits})?|e[-+]?${digits})`, "i"), "mf"),
  rule(/[-+]?(?:inf|nan)/, "mf"),
  rule(/0x[\da-f]+(?:_[\da-f]+)*/i, "mh"),
  rule(/0o[0-7]+(?:_[0-7]+)*/, "mo"),
  rule(/0b[01]+(?:_[01]+)*/, "mb"),
  rule(new RegExp(`[-+]?${digits}`), "mi"),
  rule(new RegExp(`${key}(\\s*)(\\{)`), ["nn", "", "o", "", "p"], "table"),
];

const values: readonly Rule[] = [
  rule(new RegExp(key), ["py", "", "p"]),
  rule(/"""/, "s", "longDouble"),
  rule(/"/, "s", "double"),
  rule(/'''/, "s", "longSingle"),
  rule(/'/, "s", "single"),
  rule(/\[/, "p", "array"),
  rule(/,/, "p"),
];

const escaped = rule(/\\[rnt0\\"\s]/, "se");

const endOfLine = rule(/\n/, "err", "^");

export const toml: Lexer = {
  states: {
    root: [...basic, rule(new RegExp(key), ["py", "", "p"], "value")],
    value: [rule(/\n/, "", "^"), ...basic, ...values],
    array: [...basic, rule(/\]/, "p", "^"), ...values],
    table: [...basic, rule(/\}/, "p", "^"), ...values],
    double: [rule(/"/, "s", "^"), rule(/[^"\\\n]+/, "s"), escaped, endOfLine],
    longDouble: [rule(/"""/, "s", "^"), rule(/[^"\\]+|"/, "s"), escaped],
    single: [rule(/'/, "s", "^"), rule(/[^'\n]+/, "s"), endOfLine],
    longSingle: [rule(/'''/, "s", "^"), rule(/[^']+|'/, "s")],
  },
};
