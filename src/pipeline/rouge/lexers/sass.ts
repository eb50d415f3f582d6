import { type Lexer, rule, ruleFor } from "../lexer.js";
import { directive, interpolation, parts, propertyName, range, selector, value } from "./sass-parts.js";

/** A comment goes on in the lines that are indented more than its first one, empty ones between. */
const comment = /^([^\S\n]*)\/([/*]).*(?:\n(?:\1[^\S\n]+\S.*|[^\S\n]*$))*\n?/;

const endOfLine = rule(/\n/, "", "^");

/** Sass with indentation. Braces and semicolons, which belong to SCSS, are errors in it. */
export const sass: Lexer = {
  states: {
    root: [
      ruleFor(comment, ([text, , sign], { emit }) => {
        for (const [, blank, words, end] of text.matchAll(/([^\S\n]*)(.*)(\n?)/g)) {
          emit("", blank!);
          emit(sign === "/" ? "c1" : "cm", words!);
          emit(sign === "/" || words === "" ? "" : "cm", end!);
        }
      }),
      rule(/\n|[^\S\n]+/, ""),
      rule(/(\$[-\w]+)([^\S\n]*)(:)/, ["nv", "", "p"], "value"),
      rule(/(@(?:mixin|function))([^\S\n]+)([-\w]*)/, ["k", "", "nf"], "value"),
      rule(/(@include)([^\S\n]+)([-\w]*)/, ["k", "", "nd"], "value"),
      rule(/@import\b/, "k", "import"),
      rule(/@for\b/, "k", "range"),
      rule(directive, "k", "value"),
      rule(/@[-\w]+/, "k", "selector"),
      rule(/=[-\w]+/, "nf", "value"),
      rule(/\+[-\w]+/, "nd", "value"),
      rule(/:/, "na", "oldProperty"),
      rule(/(?=[^\s&[][^[\n]*:(?![a-z]))/, "", "property"),
      rule(/(?=[^\n])/, "", "selector"),
    ],
    /** `:color red`. */
    oldProperty: [propertyName, rule(/(?:)/, "", ["^", "value"])],
    property: [
      propertyName,
      interpolation,
      rule(/([^\S\n]*)(:)/, ["", "p"], ["^", "value"]),
      endOfLine,
      rule(/./u, "err"),
    ],
    import: [endOfLine, rule(/[^\S\n]+/, ""), rule(/\S+/, "s")],
    selector: [endOfLine, ...selector, rule(/;/, "o")],
    value: [endOfLine, ...value],
    range: [endOfLine, range, ...value],
    interpolation: [rule(/\}/, "si", "^"), ...value],
    ...parts,
  },
};
