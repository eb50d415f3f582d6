import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";

/** A number or a constant at the end of a line: behind other words, too. */
const numberAtEnd = String.raw`\d+(?:\.\d+)?(?=\n|[^\S\n]+#)`;
const constantAtEnd = String.raw`(?:true|false|null)(?=[^\S\n]*(?:\n|$)|[^\S\n]+#)`;
const valueAtEnd = `(?:${numberAtEnd}|${constantAtEnd})`;

/** What may stand within a plain word or between two: a colon or a sign of a comment only where a blank makes it none. */
const within = `(?:[^\\s:#]|:(?=\\S)|(?<=\\S)#|[^\\S\\n]+(?=[^\\s#])(?!${valueAtEnd}))*(?:[^\\S\\n]+(?=${valueAtEnd}))?`;
/** What no plain word begins with. */
const reserved = "\\s,[\\]{}#&*!|>'\"%@`";

const key = new RegExp(`((?:[^?:${reserved}-]|[?:-](?=\\S))(?:[^\\n:#]|:(?=\\S)|(?<=\\S)#)*)(:)(?=\\s|$)`);

const properties: readonly Rule[] = [
  rule(/&[^\s,[\]{}]+/, "nl"),
  rule(/\*[^\s,[\]{}]+/, "nv"),
  rule(/!(?:<[^>\s]*>|[^\s,[\]{}]*)/, "kt"),
];

const openings: readonly Rule[] = [rule(/'/, "s1", "single"), rule(/"/, "s2", "double"), rule(/[[{]/, "pi", "flow")];

const comment = rule(/#.*/, "c1");
const blanks = rule(/[^\S\n]+/, "");

/** A folded or literal text: the lines below that are as deep as the first of them, which is deeper than this one. */
const block = ruleFor(/([|>][-+\d]*)([^\S\n]*)(#.*)?(?=\n|$)/, ([, sign, blank, note], { emit, move }) => {
  emit("pi", sign!);
  emit("", blank!);
  emit("c1", note ?? "");
  move("block");
});

const scalars: readonly Rule[] = [block, rule(new RegExp(constantAtEnd), "no"), rule(new RegExp(numberAtEnd), "m")];

export const yaml: Lexer = {
  states: {
    root: [
      rule(/\n/, ""),
      blanks,
      comment,
      rule(/(?<![^\n])(?:---|\.\.\.)(?=\s|$)/, "nn"),
      rule(/(?<![^\n])(%\w+)([^\S\n]+)(.*)/, ["nt", "", "m"]),
      rule(/[-?](?=\s|$)/, "pi"),
      // Behind a name in quotes it is none.
      rule(/(?<![^\s?:-][^\n]{0,80}):(?=\s|$)/, "pi"),
      rule(key, ["na", "pi"], "value"),
      ...properties,
      ...openings,
      ...scalars,
      rule(new RegExp(`[^:${reserved}]${within}|:(?=\\S)${within}`), "s"),
    ],
    value: [
      ruleFor(/(?=\n)/, (_, { move }) => move("^")),
      blanks,
      comment,
      rule(key, ["na", "pi"]),
      ...properties,
      ...openings,
      ...scalars,
      rule(new RegExp(`[^:${reserved}]${within}|:(?=\\S)${within}`), "s"),
    ],
    flow: [
      rule(/[[{]/, "pi", "flow"),
      rule(/[\]}]/, "pi", "^"),
      rule(/\s+/, ""),
      comment,
      rule(/,|:(?=[\s,[\]{}'"]|$)/, "pi"),
      ...properties,
      rule(/'/, "s1", "single"),
      rule(/"/, "s2", "double"),
      rule(/(?![%@`#&*!|>])(?:[^\s,[\]{}:#]|:(?=[^\s,[\]{}])|(?<=\S)#|[^\S\n]+(?=[^\s,[\]{}:#]))+/, "nv"),
    ],
    single: [rule(/[^'\s]*'/, "s", "^"), rule(/[^'\s]+/, "s"), rule(/[^\S\n]+(?=\S)/, "nv"), rule(/\s+/, "")],
    double: [
      rule(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/, "se"),
      rule(/[^"\\\s]*"/, "s", "^"),
      rule(/[^"\\\s]+/, "s"),
      rule(/(?<=\S)[^\S\n]+(?=\S)/, "nv"),
      rule(/\s+/, ""),
    ],
    block: [
      ruleFor(/\n(?:[^\S\n]*\n)*([^\S\n]+)\S.*(?:\n(?:\1.*|[^\S\n]*(?=\n|$)))*/, ([lines, depth], lexing) => {
        void depth;
        for (const part of lines!.match(/\n|[^\S\n]*[^\n]*/g) ?? []) {
          const [, blank, text] = /^([^\S\n]*)([^\n]*)$/.exec(part) ?? [];
          if (part === "\n") lexing.emit("", part);
          else {
            lexing.emit("", blank!);
            lexing.emit("s", text!);
          }
        }
        lexing.move("^");
      }),
      rule(/(?=\n|$)/, "", "^"),
    ],
  },
};
