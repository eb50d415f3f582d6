import { type Lexer, rule, ruleFor } from "../lexer.js";

const instruction =
  "(?:FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)";

export const docker: Lexer = {
  states: {
    root: [
      rule(/^(FROM)(\s+)(\S+(?:[^\S\n]+\S+)*?)(\s+)(AS)(\s+)(.*)/i, ["k", "w", "s", "w", "k", "w", "s"]),
      ruleFor(/^((?:ONBUILD\s+)?RUN\s+)((?:\\\n|.)*)/i, ([, word, command], lexing) => {
        lexing.emit("k", word!);
        const stack = ["root"];
        for (const [index, line] of command!.split("\\\n").entries()) {
          if (index > 0) lexing.emit("se", "\\\n");
          lexing.delegate("shell", line, stack);
        }
      }),
      rule(new RegExp(`^(ONBUILD)(\\s+)(${instruction})\\b(.*)`, "i"), ["k", "w", "k", "s"]),
      rule(new RegExp(`^(${instruction})\\b(.*)`, "i"), ["k", "s"]),
      rule(/#.*/, "c"),
      rule(/\w+|\s+|\W+/, ""),
    ],
  },
};
