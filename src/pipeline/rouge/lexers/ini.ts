import { type Lexer, rule } from "../lexer.js";

const comment = rule(/[;#].{0,2000}\n/, "c");
const escaped = rule(/\\[\s\S]/, "se");

export const ini: Lexer = {
  states: {
    root: [
      rule(/\s+/, ""),
      comment,
      rule(/\[[^\]\n]{0,500}\]/, "nn"),
      rule(/([\w.-]+)(\s*)(=)/, ["py", "", "p"], "value"),
      rule(/\\\n/, "se"),
      // One by one would have them tried as names from each of their letters on.
      rule(/[\w.-]+/, "err"),
    ],
    value: [
      rule(/\n/, "", "^"),
      rule(/\s+/, ""),
      comment,
      rule(/"/, "s", "double"),
      rule(/'[^'\n]*'/, "s"),
      escaped,
      rule(/[^\\\n]+/, "s"),
    ],
    double: [rule(/"/, "s", "^"), escaped, rule(/[^"\\]+/, "s")],
  },
};
