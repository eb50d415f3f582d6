import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";

/** Front matter, which is YAML with its lines of dashes. */
const frontMatter = ruleFor(/^---[^\S\n]*\n[\s\S]{0,20000}?\n---[^\S\n]*(?=\n)/, ([text], { delegate }) =>
  delegate("yaml", text),
);

/** A block of code between fences, in the colours of its language. */
const fenced = ruleFor(
  /^([^\S\n]*)(```|~~~)([^\n]*\n)([\s\S]{0,20000}?)(\n?^\1)(\2)(?=\s*$)/,
  ([, blank, open, language, code, blankBehind, close], { emit, delegate }) => {
    emit("", blank!);
    emit("p", open!);
    emit("nl", language!);
    delegate(language!.trim(), code!);
    emit("", blankBehind!);
    emit("p", close!);
  },
);

/* Where a rule looks for an end there is a bound: many that lack theirs would each look through the whole text. */

const blocks: readonly Rule[] = [
  rule(/^\S.*\n=+[^\S\n]*\n/, "gu"),
  rule(/^\S.*\n-+[^\S\n]*\n/, "gh"),
  rule(/^#(?!#).*/, "gh"),
  rule(/^##.*/, "gu"),
  fenced,
  rule(/\n\n(?:(?: {4}|\t).*\n|\n)+/, "sb"),
  rule(/^\s{0,40}(?:[*-][^\S\n]*){3,}$/, "p"),
  rule(/^\s{0,40}>.*/, "gt"),
  rule(/^\s{0,40}(?:[*+-]|\d+\.)(?=\s)/, "p"),
  rule(/^([^\S\n]*)(\[)([^\]\n]+)(\]:)([^\S\n]*)/, ["", "p", "ss", "p", ""], "definition"),
];

const spans: readonly Rule[] = [
  rule(/\\[^\n]/, "se"),
  rule(/`(?!`)[^`]{1,2000}`/, "sb"),
  rule(/``(?!`)(?:[^`]|`(?!`)){1,2000}``/, "sb"),
  rule(/```(?:[^`]|`(?!``)){1,2000}```/, "sb"),
  rule(/(\*\*|__)\S.{0,2000}?\1/, "gs"),
  rule(/\*(?:[^*\n\\]|\*\*)+\*/, "ge"),
  rule(/_(?:[^_\n\\]|__)+_/, "ge"),
  rule(/(!?\[)([^\n]{0,300}?)(\]\()/, ["p", "nv", "p"], "target"),
  rule(/(!?\[)([^\n]{0,300}?)(\]\[)([^\]\n]*)(\])/, ["p", "nv", "p", "ss", "p"]),
  rule(/<(?:https?|ftp|mailto):[^>\s]*>/, "nv"),
  rule(/&(?:\w+|#\d+|#x[\da-f]+);/i, "ni"),
  ruleFor(/<!--[\s\S]{0,20000}?-->|<\/?[a-z][^>]{0,2000}>/i, ([tag], { delegate }) => delegate("html", tag)),
];

const title = rule(/"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)/, "nn");

/** Markdown, with HTML and the languages of its fences. */
export const markdown: Lexer = {
  states: {
    root: [frontMatter, ...blocks, ...spans, rule(/[^\\`[*\n&<]+|[\n&<[!]/, "")],
    definition: [
      rule(/(<)([^>\n]*)(>)/, ["nt", "sx", "nt"]),
      rule(/\n|(?=\n)/, "", "^"),
      rule(/[^\S\n]+/, ""),
      title,
      rule(/\S+/, "sx"),
    ],
    target: [rule(/\)/, "p", "^"), rule(/\n/, "", "^"), rule(/[^\S\n]+/, ""), title, rule(/[^\s)]+/, "sx")],
  },
};
