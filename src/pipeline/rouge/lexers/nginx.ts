import { type Lexer, type Rule, rule } from "../lexer.js";

const blanks: readonly Rule[] = [rule(/\s+/, ""), rule(/#.*/, "c1")];
const directive = /[^\s$;{}()#]+/;

export const nginx: Lexer = {
  states: {
    root: [
      ...blanks,
      rule(/(include)(\s+)([^\s;]+)/, ["k", "", "n"]),
      rule(directive, "k", "statement"),
      rule(/[$;]/, ""),
    ],
    block: [...blanks, rule(/\}/, "p", "^"), rule(directive, "kn", "statement"), rule(/[$;]/, "")],
    statement: [
      ...blanks,
      rule(/;/, "p", "^"),
      rule(/\{/, "p", ["^", "block"]),
      rule(/(?:on|off)\b/, "no"),
      rule(/\$\w+/, "nv"),
      rule(/([a-z\d.-]+)(:)(\d+)/i, ["nf", "p", "mi"]),
      rule(/[a-z]+\/[a-z][-a-z\d.]*/i, "nc"),
      rule(/\d+[kmg]?\b/i, "mi"),
      // The sign and what may be the expression, of which some is.
      rule(/(~)(\s*)(\S+)/, ["p", "", "sr"]),
      rule(/[:=]/, "p"),
      rule(/\/[^\s;{}()$#]*/, "n"),
      rule(/[^\s#;{}$\\]+/, "s"),
      rule(/[$;]/, ""),
    ],
  },
};
