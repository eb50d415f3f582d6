import { type Rule, rule, ruleFor } from "../lexer.js";
import { valueToken } from "./css.js";
import { properties } from "./css-words.js";

/*
 * What both grammars of Sass have, that with braces (SCSS) and that with indentation.
 */

export const interpolation = rule(/#\{/, "si", "interpolation");
export const strings: readonly Rule[] = [rule(/"/, "s2", "double"), rule(/'/, "s1", "single")];
export const propertyName = ruleFor(/[-\w]+/, ([name], { emit }) => emit(properties.has(name) ? "nl" : "na", name));

export const value: readonly Rule[] = [
  rule(/[^\S\n]+/, ""),
  interpolation,
  ...strings,
  rule(/url\(/, "sx", "url"),
  rule(/#[a-z\d]{1,6}/i, "mh"),
  rule(/[-\w]+(?=\s*\()/, "nf"),
  rule(/-?\d+(?:%|[a-z]+\d*)?/, "m"),
  rule(/-?\.\d+(?:%|[a-z]+\d*)?/, "mi"),
  rule(/(?:and|or|not)\b/, "ow"),
  rule(/(?:true|false)\b/, "bp"),
  ruleFor(/[a-z_][-\w]*/i, ([word], { emit }) => emit(valueToken(word), word)),
  rule(/\$[-\w]+/, "nv"),
  rule(/%[-\w]+/, "nd"),
  rule(/[-~^*!&%<>|+=@:,./?]+/, "o"),
  rule(/[()[\]]/, "p"),
];

export const range = rule(/(?:from|through|to)\b/, "ow");

export const selector: readonly Rule[] = [
  rule(/[^\S\n]+/, ""),
  interpolation,
  ...strings,
  rule(/::?/, "nd", "pseudo"),
  rule(/\./, "nc", "class"),
  rule(/#/, "nn", "id"),
  rule(/%/, "nv", "placeholder"),
  rule(/&/, "k"),
  rule(/[-\w]+/, "nt"),
  rule(/[~^*!<>|+=@,/?()[\]]/, "o"),
];

/** The states that values and selectors lead to. */
export const parts: Readonly<Record<string, readonly Rule[]>> = {
  pseudo: nameOf("nd"),
  class: nameOf("nc"),
  id: nameOf("nn"),
  placeholder: nameOf("nv"),
  double: string("s2", '"'),
  single: string("s1", "'"),
  url: [rule(/\)/, "sx", "^"), interpolation, rule(/[^)#]+|#/, "sx")],
};

/** The words behind `@` that values follow; selectors follow the others. */
export const directive = /@else|@(?:media|import|return|if|each|while|debug|warn|error)\b/;

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
