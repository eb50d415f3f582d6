import { type Lexer, rule } from "../lexer.js";

export const json: Lexer = {
  states: {
    root: [
      rule(/\s+/, "w"),
      rule(/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ["nl", "w", "p"]),
      rule(/"/, "s2", "string"),
      rule(/true|false|null/, "kc"),
      rule(/-?(?:0|[1-9]\d*)\.\d+(?:e[-+]?\d+)?/i, "mf"),
      rule(/-?(?:0|[1-9]\d*)(?:e[-+]?\d+)?/i, "mi"),
      rule(/[[\]{},]/, "p"),
    ],
    string: [rule(/[^"\\]+/, "s2"), rule(/\\./, "se"), rule(/"/, "s2", "^")],
  },
};
