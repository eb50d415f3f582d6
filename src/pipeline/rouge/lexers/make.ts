import { type Action, type Lexer, type Rule, rule, ruleFor } from "../lexer.js";

const functions =
  `abspath|addprefix|addsuffix|and|basename|call|dir|error|eval|file|filter|filter-out|findstring|firstword|
flavor|foreach|if|join|lastword|notdir|or|origin|patsubst|realpath|shell|sort|strip|subst|suffix|value|warning|wildcard|
word|wordlist|words`.replaceAll("\n", "");

/** Between what make replaces, the shell goes on as if nothing had stood there. */
const toShell: Action = ([text], { delegate, memory }) => {
  const stack = (memory.get("shell") ?? "root").split(" ");
  delegate("shell", text, stack);
  memory.set("shell", stack.join(" "));
};

const command: readonly Rule[] = [
  rule(new RegExp(`(\\$[({])([^\\S\\n]*)(${functions})(\\s+)`), ["nf", "", "nb", ""], "function"),
  rule(/\$(?:\(\w[\w.]*(?::[^\s(){}=]*=[^\s(){}]*)?\)|\{\w[\w.]*(?::[^\s(){}=]*=[^\s(){}]*)?\})/, "nv"),
  ruleFor(/(?:\\[\s\S]|(?!\$[({])[^\\\n(){}])+|\$\{/, toShell),
  rule(/\$/, "err"),
];

const condition = /(if(?:n?def|n?eq))([^\S\n]+)([^#\n]+)/;
const endOfCondition = /(?:else|endif)(?=[^\S\n]*(?:#|$))/;
const name = "[\\w{}().$-]";

export const make: Lexer = {
  states: {
    root: [
      rule(/\s+/, ""),
      rule(/#.*\n?/, "c"),
      rule(new RegExp(`export\\s+(?=${name}+\\s*[!?:+]?=)`), "k"),
      rule(/export(?=[^\S\n]+\S)/, "k", "exported"),
      rule(condition, ["k", "", "nv"]),
      rule(new RegExp(`${endOfCondition.source}[^\\S\\n]*`), "k"),
      rule(/([-s]?include)((?:[^\S\n]+[^\s#]+)+)/, ["k", "sx"]),
      ruleFor(new RegExp(`(${name}{1,500})(\\s*)([!?:+]?=)`), ([, variable, blank, sign], { emit, move }) => {
        emit("nv", variable!);
        emit("", blank!);
        emit("o", sign!);
        move("line");
      }),
      rule(/"(?:\\.|[^"\\\n])*"/, "s2"),
      rule(/'(?:\\.|[^'\\\n])*'/, "s1"),
      rule(/([^\n:]{1,500}?)(:+)([^\S\n]*)/, ["nl", "o", ""], "prerequisites"),
      rule(/un(?=export)/, "err"),
      rule(new RegExp(`${name}+`), "err"),
    ],
    exported: [rule(/\n/, "", "^"), rule(/[^\S\n]+/, ""), rule(new RegExp(`${name}+`), "nv")],
    prerequisites: [
      rule(/[^,\\\n#]+/, "nf"),
      rule(/,/, "p"),
      rule(/#+/, "c"),
      rule(/\\[\s\S]?/, ""),
      rule(/\n/, "", ["^", "recipe"]),
    ],
    recipe: [
      ruleFor(/(\t[^\S\n]*)([@-]?)/, ([, blank, sign], { emit, move }) => {
        emit("", blank!);
        emit("p", sign!);
        move("line");
      }),
      rule(condition, ["k", "", "nv"], "line"),
      rule(endOfCondition, "k", "line"),
      ruleFor(/(?:)/, (_, { memory, move }) => {
        memory.delete("shell");
        move("^");
      }),
    ],
    line: [rule(/\n/, "", "^"), ...command, ruleFor(/[(){}]/, toShell)],
    function: [
      rule(/[)}]/, "nf", "^"),
      rule(/\n/, ""),
      ruleFor(/\(/, (match, lexing) => {
        toShell(match, lexing);
        lexing.move("function");
      }),
      ...command,
      ruleFor(/\{/, toShell),
    ],
  },
};
