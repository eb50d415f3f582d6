import { type Lexer, rule } from "../lexer.js";

const name = "[\\p{L}:_][\\p{L}\\p{M}\\p{N}:_.-]*";
const blanks = rule(/\s+/, "");

export const xml: Lexer = {
  states: {
    root: [
      rule(/[^<&]+/, ""),
      rule(/&[^\s;]{0,60};/, "ni"),
      rule(/<!\[CDATA\[[\s\S]{0,20000}?\]\]>|<!(?!--)[^>]*>|<\?.{0,2000}?\?>/, "cp"),
      rule(/<!--/, "c", "comment"),
      rule(new RegExp(`<\\s*/\\s*${name}\\s*>`, "u"), "nt"),
      rule(new RegExp(`<\\s*${name}`, "u"), "nt", "tag"),
    ],
    comment: [rule(/[^-]+/, "c"), rule(/-->/, "c", "^"), rule(/-/, "c")],
    tag: [
      blanks,
      rule(new RegExp(`${name}\\s*=`, "u"), "na", "value"),
      rule(new RegExp(name, "u"), "err"),
      rule(/\/?\s*>/, "nt", "^"),
    ],
    value: [blanks, rule(/"/, "s", ["^", "double"]), rule(/'/, "s", ["^", "single"]), rule(/[^\s>]+/, "s", "^")],
    double: [rule(/[^"]+/, "s"), rule(/"/, "s", "^")],
    single: [rule(/[^']+/, "s"), rule(/'/, "s", "^")],
  },
};
