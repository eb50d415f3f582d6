import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";
import { valueToken } from "./css.js";
import { properties } from "./css-words.js";

const blanks = rule(/\s+/, "");
const interpolation = rule(/#\{/, "si", "interpolation");
const strings = [rule(/"/, "s2", "double"), rule(/'/, "s1", "single")];

const value: readonly Rule[] = [
  blanks,
  interpolation,
  ...strings,
  rule(/url\(/, "sx", "url"),
  rule(/#[a-z\d]{1,6}/i, "mh"),
  rule(/-?\d+(?:%|[a-z]+\d*)?/, "m"),
  rule(/-?\.\d+(?:%|[a-z]+\d*)?/, "mi"),
  rule(/[-a-z_][-\w]*(?=\s*\()/i, "nf"),
  rule(/(?:and|or|not)\b/, "ow"),
  rule(/(?:true|false)\b/, "bp"),
  ruleFor(/[a-z_][-\w]*/i, ([word], { emit }) => emit(valueToken(word), word)),
  rule(/\$[-\w]+/, "nv"),
  rule(/%[-\w]+/, "nd"),
  rule(/[-~^*!&%<>|+=@:,./?]/, "o"),
  rule(/[()[\]]/, "p"),
];

/** A value ends with its declaration, or with the block that it is the head of, as that of `@if` is. */
const endOfValue: readonly Rule[] = [rule(/;/, "p", "^"), rule(/\}/, "p", "^^"), rule(/\{/, "p", ["^", "root"])];

function string(token: string, quote: string): readonly Rule[] {
  return [
    rule(new RegExp(quote), token, "^"),
    interpolation,
    rule(/\n/, "err"),
    rule(new RegExp(`\\\\.|[^${quote}#\\\\\\n]+|.`), token),
  ];
}

/** The rest of a name, of which interpolations may be parts. */
function nameOf(token: string): readonly Rule[] {
  return [rule(/[-\w]+/, token), interpolation, rule(/(?:)/, "", "^")];
}

export const scss: Lexer = {
  states: {
    // What is in braces, and the whole.
    root: [
      blanks,
      rule(/\/\/.*/, "c1"),
      rule(/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, "cm"),
      rule(/(\$[-\w]+)(\s*)(:)/, ["nv", "", "p"], "value"),
      rule(/(@(?:mixin|function))(\s+)([-\w]*)/, ["k", "", "nf"], "value"),
      rule(/(@include)(\s+)([-\w]*)/, ["k", "", "nd"], "value"),
      rule(/@for\b/, "k", "range"),
      rule(/@else|@(?:media|import|return|if|each|while|debug|warn|error)\b/, "k", "value"),
      rule(/@[-\w]+/, "k", "selector"),
      // In `a:hover` the colon belongs to a selector; so it does in `color:red`, which nobody can tell from it.
      ruleFor(/(\*?)([-\w]+)([^\S\n]*)(:)(?![a-z])/, ([, star, name, blank, colon], { emit, move }) => {
        emit("err", star!);
        emit(properties.has(name!) ? "nl" : "na", name!);
        emit("", blank!);
        emit("p", colon!);
        move("value");
      }),
      rule(/\{/, "p", "root"),
      rule(/\}/, "p", "^"),
      rule(/;/, "p"),
      rule(/(?:)/, "", "selector"),
    ],
    selector: [
      blanks,
      interpolation,
      ...strings,
      ...endOfValue,
      rule(/::?/, "nd", "pseudo"),
      rule(/\./, "nc", "class"),
      rule(/#(?=[-\w])/, "nn", "id"),
      rule(/%/, "nv", "placeholder"),
      rule(/&/, "k"),
      rule(/[-\w]+/, "nt"),
      rule(/[~^*!<>|+=@,/?()[\]]/, "o"),
    ],
    pseudo: nameOf("nd"),
    class: nameOf("nc"),
    id: nameOf("nn"),
    placeholder: nameOf("nv"),
    value: [...endOfValue, ...value],
    range: [...endOfValue, rule(/(?:from|through|to)\b/, "ow"), ...value],
    interpolation: [rule(/\}/, "si", "^"), ...value],
    double: string("s2", '"'),
    single: string("s1", "'"),
    url: [rule(/\)/, "sx", "^"), interpolation, rule(/[^)#]+|#/, "sx")],
  },
};
