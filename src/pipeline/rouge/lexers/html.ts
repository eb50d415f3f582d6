import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";
import { css } from "./css.js";
import { javascript } from "./javascript.js";

const blanks = rule(/\s+/, "");

/** Attributes of frameworks, as `[value]`, `(click)` and `*ngIf`, are names too. */
const attributes: readonly Rule[] = [
  blanks,
  rule(/[\p{L}_:*[(-][\p{L}\d_:*.[\]()-]*\s*=\s*/u, "na", "value"),
  rule(/[\p{L}_:*#-][\p{L}\d_:*#.-]*/u, "na"),
];

/** The text of an element up to its end tag is another language's, in parts: no token of it goes past a `<`. */
function foreign(name: string, lexer: Lexer): Rule {
  return ruleFor(new RegExp(`([\\s\\S]*?)(<\\s*/\\s*${name}\\s*>)|[\\s\\S]+`), (match, { delegate, emit, move }) => {
    const stack = ["root"];
    for (const part of (match[1] ?? match[0]).split(/(<)/)) delegate(lexer, part, stack);
    emit("nt", match[2] ?? "");
    move("^");
  });
}

export const html: Lexer = {
  states: {
    root: [
      rule(/[^<&]+/, ""),
      rule(/&\S{0,60}?;/, "ni"),
      rule(/<!doctype[^>]*>|<!\[CDATA\[[\s\S]{0,20000}?\]\]>|<\?[\s\S]{0,20000}?\?>/i, "cp"),
      rule(/<!--/, "c", "comment"),
      rule(/<\s*script\s*/, "nt", ["script", "tag"]),
      rule(/<\s*style\s*/, "nt", ["style", "tag"]),
      rule(/<\//, "nt", "end name"),
      rule(/</, "nt", "name"),
    ],
    comment: [rule(/[^-]+/, "c"), rule(/-->/, "c", "^"), rule(/-/, "c")],
    name: [blanks, rule(/[\p{L}:_-][\p{L}\d:._-]*/u, "nt", ["^", "tag"]), rule(/(?:)/, "", ["^", "tag"])],
    tag: [...attributes, rule(/\/?>/, "nt", "^")],
    "end name": [blanks, rule(/[\p{L}:_-][\p{L}\d:._-]*/u, "nt", ["^", "end"]), rule(/(?:)/, "", ["^", "end"])],
    end: [blanks, rule(/>/, "nt", "^")],
    value: [rule(/"/, "s", ["^", "double"]), rule(/'/, "s", ["^", "single"]), rule(/[^\s>]+/, "s", "^")],
    double: [rule(/[^"]+/, "s"), rule(/"/, "s", "^")],
    single: [rule(/[^']+/, "s"), rule(/'/, "s", "^")],
    script: [foreign("script", javascript)],
    style: [foreign("style", css)],
  },
};
