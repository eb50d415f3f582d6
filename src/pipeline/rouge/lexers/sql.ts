import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";
import { sqlWords } from "./sql-words.js";

/** A literal in quotes, which are doubled in it. */
const quoted = (quote: string, token: string): readonly Rule[] => [
  rule(new RegExp(`\\\\[\\s\\S]|${quote}${quote}`), "se"),
  rule(new RegExp(quote), token, "^"),
  rule(new RegExp(`[^\\\\${quote}]+`), token),
];

export const sql: Lexer = {
  states: {
    root: [
      rule(/\s+/, ""),
      rule(/--[^\n]*/, "c1"),
      rule(/\/\*/, "cm", "comment"),
      rule(/\d+/, "mi"),
      rule(/'/, "s1", "single"),
      rule(/"/, "nv", "double"),
      rule(/`/, "nv", "backticks"),
      ruleFor(/[a-zA-Z_]\w*/, ([word], lexing) => lexing.emit(sqlWords.get(word.toLowerCase()) ?? "n", word)),
      rule(/[-+*/<>=~!@#%^&|?]/, "o"),
      rule(/[[\](){};:,.]/, "p"),
    ],
    comment: [rule(/\/\*/, "cm", "comment"), rule(/\*\//, "cm", "^"), rule(/[^/*]+|[/*]/, "cm")],
    single: quoted("'", "s1"),
    double: quoted('"', "nv"),
    backticks: quoted("`", "nv"),
  },
};
