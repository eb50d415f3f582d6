import { type Rule, rule, ruleFor } from "../lexer.js";
import { type Additions, identifier, scriptLexer, vocabulary } from "./javascript.js";
import { typeRules, typeVocabulary } from "./typescript.js";

const interpolation = rule(/\{/, "si", ["embedded", "expression"]);

const tagNames: readonly Rule[] = [
  rule(/\p{Lu}[\p{L}\p{N}_]*/u, "nc"),
  rule(/[\p{L}_][\p{L}\p{N}_]*/u, "nt"),
  rule(/\./, "p"),
  rule(/(?:)/, "", "^"),
];

/** Within a tag behind its name. */
const attributes: readonly Rule[] = [
  rule(/\s+/, ""),
  rule(/\/\/[^\n]*/, "c1"),
  rule(/\/\*[\s\S]*?\*\//, "cm"),
  rule(/[\p{L}\p{N}_][\p{L}\p{N}_-]*/u, "na"),
  rule(/=/, "p"),
  rule(/"[^"]*"|'[^'\n]*'/, "s"),
  interpolation,
  rule(/[\s\S]/, "err"),
];

/** Elements stand where an expression begins. Behind them Rouge takes one to begin still. */
const elements: Additions = {
  root: [
    ruleFor(/(?<![\s\S])/, (_, { memory, move }) => {
      if (memory.has("begun")) return false;
      memory.set("begun", "");
      move("expression");
      return true;
    }),
  ],
  expression: [rule(/<>/, "p", "children"), rule(/</, "p", ["tag", "tag name"])],
  states: (code) => ({
    "tag name": tagNames,
    tag: [rule(/\/>/, "p", "^"), rule(/>/, "p", ["^", "children"]), ...attributes],
    "end tag": [rule(/>/, "p", "^"), ...attributes],
    children: [
      rule(/<\//, "p", ["^", "end tag", "tag name"]),
      rule(/<>/, "p", "children"),
      rule(/</, "p", ["tag", "tag name"]),
      interpolation,
      rule(/&[^\s;&<{]{0,60};/, "ni"),
      rule(/&/, "err"),
      rule(/[^<&{]+/, ""),
    ],
    embedded: [rule(/\}/, "si", "^"), rule(/\{/, "p", "object"), ...code],
  }),
};

export const jsx = scriptLexer(vocabulary, elements);

const typeParameter = rule(new RegExp(`(<)(${identifier})(,)`, "u"), ["p", "nx", "p"]);

export const tsx = scriptLexer(typeVocabulary, {
  ...typeRules,
  ...elements,
  expression: [typeParameter, ...elements.expression!],
});
