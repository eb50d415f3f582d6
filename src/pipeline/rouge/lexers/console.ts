import { type Lexer, rule, ruleFor } from "../lexer.js";
import { shell } from "./shell.js";

/** A session in a terminal: what follows a prompt is a command, other lines are what it printed. */
export const console: Lexer = {
  states: {
    root: [
      rule(/([^\n$#>]*[$#>])([^\S\n]*\n)/, ["gp", "w"]),
      ruleFor(/([^\n$#>]*[$#>])([^\S\n]*)(.*)/, ([, prompt, blank, command], lexing) => {
        lexing.emit("gp", prompt!);
        lexing.emit("w", blank!);
        lexing.delegate(shell, command!);
        lexing.move("end");
      }),
      rule(/.*\n?/, "go"),
    ],
    end: [rule(/\n?/, "", "^")],
  },
};
