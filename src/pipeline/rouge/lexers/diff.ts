import { type Lexer, rule } from "../lexer.js";

export const diff: Lexer = {
  states: {
    root: [
      rule(/^---(?:\n|$)/, "p"),
      rule(/^[+>][^\n]*\n?/, "gi"),
      rule(/^[-<][^\n]*\n?/, "gd"),
      rule(/^![^\n]*\n?/, "gs"),
      rule(/^(?:diff|[Ii]ndex|=)[^\n]*\n?/, "gh"),
      rule(/^(?=[^\n]*\n)(@@ [^\n]*?@@)([^\n]*\n)/, ["p", ""]),
      rule(/^\w[^\n]*\n?/, "p"),
      // A blank line takes the next one with it, as in Rouge.
      rule(/\s[^\n]*\n?/, ""),
    ],
  },
};
