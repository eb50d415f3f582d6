import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";

const endOfTag = rule(/-?%\}/, "p", "^");
/** A tag is meant to be one line. */
const blanks: readonly Rule[] = [rule(/[^\S\n]+/, "w"), rule(/\n/, "err")];

const literals: readonly Rule[] = [
  rule(/'[^'\n]*'/, "s1"),
  rule(/"[^"\n]*"/, "s2"),
  rule(/\d+\.\d+/, "mf"),
  rule(/\d+/, "mi"),
  rule(/(?:true|false|nil)\b(?![\w.-])/, "kc"),
];

const variables: readonly Rule[] = [
  rule(/(?:empty|blank)\b(?![\w.-])|(?:for|tablerow)loop(?:\.\w+)*/, "nb"),
  rule(/(\.)(first|last|size)\b(?![\w-])/, ["p", "nf"]),
  rule(/[.[\]]/, "p"),
  rule(/[A-Za-z_][\w-]*/, "nv"),
];

const filter = rule(/(\|)([^\S\n]*)([A-Za-z_]\w*)/, ["p", "w", "nf"], "filter");
const pipe = rule(/\|/, "p");

/** What a tag of any name may have behind it: names with values, numbers, words. */
const parameters: readonly Rule[] = [
  rule(/\{\{-?/, "p", "output"),
  rule(/([^\s:='"{}%|,]+)([^\S\n]*)([:=])/, ["na", "w", "o"]),
  ...literals,
  rule(/-/, "o"),
  rule(/(?:[^\s\d'"{}%-](?:[^\s'"{}%-]*[^\s'"{}%-])?)/, ""),
];

const head = (names: string, token: string, state: string): Rule =>
  rule(new RegExp(`(?:${names})(?![^\\s%-])`), token, ["^", state]);

/** Liquid as Jekyll has it; what stands around it is plain. */
export const liquid: Lexer = {
  states: {
    root: [
      rule(/\{\{-?/, "p", "output"),
      rule(/(\{%-?)(\s*)(comment)(\s*)(-?%\})/, ["p", "w", "nt", "w", "p"], "comment"),
      rule(/(\{%-?)(\s*)(raw)(\s*)(-?%\})/, ["p", "w", "nt", "w", "p"], "raw"),
      rule(/(\{%-?)(\s*)/, ["p", "w"], "tag"),
      rule(/[^{]+|\{/, ""),
    ],
    tag: [
      head("if|unless|elsif", "kr", "condition"),
      head("case|when", "kr", "case"),
      head("else|endif|endunless|endcase", "kr", "parameters"),
      head("for|tablerow", "nt", "loop"),
      head("assign", "nt", "assign"),
      head("capture|increment|decrement", "nt", "name"),
      head("cycle", "nt", "cycle"),
      rule(/-?%\}/, "p", "^"),
      rule(/[^\s%]+/, "nt", ["^", "parameters"]),
    ],
    parameters: [endOfTag, ...blanks, ...parameters],
    condition: [
      endOfTag,
      ...blanks,
      rule(/[=!]=|[<>]=?/, "o"),
      rule(/(?:and|or|contains)\b(?![\w.-])/, "ow"),
      ...literals,
      ...variables,
    ],
    case: [endOfTag, ...blanks, ...literals, ...variables],
    name: [endOfTag, ...blanks, rule(/[^\s%]+/, "nv")],
    cycle: [endOfTag, ...blanks, ...literals, rule(/[,:]/, "p"), ...variables],
    loop: [
      endOfTag,
      rule(
        /([^\S\n]+)([^\s%]+)([^\S\n]+)(in)([^\S\n]+)/,
        ["w", "nv", "w", "nt", "w"],
        ["^", "parameters", "collection"],
      ),
      ruleFor(/(?=.)/, (_, { move }) => move(["^", "parameters"])),
    ],
    collection: [
      rule(/[^\s%'"]*["'][^\s%]*/, "s2", ["^", "modifiers"]),
      rule(/[^\s%]+/, "nv", ["^", "modifiers"]),
      rule(/(?=[\s\S])/, "", ["^", "modifiers"]),
    ],
    modifiers: [...blanks, rule(/reversed\b/, "na"), rule(/(?=-?%\})/, "", "^"), ...parameters],
    assign: [
      endOfTag,
      rule(/([^\S\n]*)([^\s=%]+)([^\S\n]*)(=)/, ["w", "nv", "w", "o"], ["^", "value"]),
      ...blanks,
      ...variables,
    ],
    value: [endOfTag, ...blanks, filter, pipe, ...literals, ...variables, rule(/-/, "o")],
    output: [rule(/-?\}\}/, "p", "^"), ...blanks, filter, pipe, ...literals, ...variables, rule(/-/, "o")],
    filter: [
      rule(/(?=-?[%}]\}|\|)/, "", "^"),
      ...blanks,
      rule(/([A-Za-z_]\w*)(:)/, ["na", "o"]),
      rule(/[:,]/, "p"),
      ...literals,
      ...variables,
    ],
    comment: [rule(/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, ["p", "w", "nt", "w", "p"], "^"), rule(/[^{]+|\{/, "c")],
    raw: [rule(/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, ["p", "w", "nt", "w", "p"], "^"), rule(/[^{]+|\{/, "")],
  },
};
