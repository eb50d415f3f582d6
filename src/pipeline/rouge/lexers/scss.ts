import { type Lexer, type Rule, rule } from "../lexer.js";
import { directive, parts, propertyName, range, selector, value } from "./sass-parts.js";

const blanks = rule(/\s+/, "");

/** A value ends with its declaration, or with the block that it is the head of, as that of `@if` is. */
const endOfValue: readonly Rule[] = [rule(/;/, "p", "^"), rule(/\}/, "p", "^^"), rule(/\{/, "p", ["^", "root"])];

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
      rule(directive, "k", "value"),
      rule(/@[-\w]+/, "k", "selector"),
      // What comes to a colon is a property, but in `a:hover` a selector, as in `color:red`, which nobody can tell from it.
      rule(/(?=[-\w]+[;}]|[^\s&:;{}[][^:;{}[]{0,1000}:(?![a-z]))/, "", "property"),
      rule(/\{/, "p", "root"),
      rule(/\}/, "p", "^"),
      rule(/;/, "p"),
      rule(/(?:)/, "", "selector"),
    ],
    // So is `.a::b`, though neither properties nor Rouge have dots in them.
    property: [propertyName, rule(/([^\S\n]*)(:)/, ["", "p"], ["^", "value"]), rule(/[\s\S]/, "err")],
    selector: [blanks, ...endOfValue, ...selector],
    value: [blanks, ...endOfValue, ...value],
    range: [blanks, ...endOfValue, range, ...value],
    interpolation: [blanks, rule(/\}/, "si", "^"), ...value],
    ...parts,
  },
};
