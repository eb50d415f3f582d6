import { type Lexer, type Rule, rule, ruleFor } from "../lexer.js";
import { builtins, handles, keywords, operators } from "./perl-words.js";

const name = "[a-zA-Z_]\\w*";

/** Up to an unescaped sign. Brackets are not counted. */
const upTo = (sign: string) => `(?:\\\\[\\s\\S]|(?!${sign})[^\\\\]){0,2000}${sign}`;
const inBrackets = `(?:\\{${upTo("\\}")}|\\(${upTo("\\)")}|\\[${upTo("\\]")}|<${upTo(">")})`;
/** Any sign begins an expression; behind blanks even a letter does. */
const sign = "(?:\\s+(\\S)|([^\\w\\s]))";
const sameSign = upTo("(?:\\1\\2)");

const expressions: readonly Rule[] = [
  rule(new RegExp(`(?:s|tr|y)/${upTo("/")}${upTo("/")}[msixpodualngc]*`), "sr"),
  rule(new RegExp(`m/${upTo("/")}[msixpodualngc]*`), "sr"),
  rule(new RegExp(`(?:s|tr|y)${inBrackets}\\s*(?:${inBrackets}|([^\\w\\s])${upTo("\\1")})[egimosx]*`), "sr"),
  rule(new RegExp(`m${inBrackets}[gimosx]*`), "sr"),
  rule(new RegExp(`[sy]${sign}${sameSign}${sameSign}[gimosx]*`), "sr"),
  rule(new RegExp(`tr([^\\w\\s])${upTo("\\1")}${upTo("\\1")}[gimosx]*`), "sr"),
  rule(new RegExp(`m${sign}${sameSign}[gimosx]*`), "sr"),
  rule(/\/(?:\\.|[^\\/\n])*\/[msixpodualngc]*/, "sr"),
];

const variable = rule(/[$@][a-zA-Z_]\w*|[$@]\{[a-zA-Z_]\w*\}/, "si");
const interpolation = rule(/[$@]\{/, "si", "interpolation");

export const perl: Lexer = {
  states: {
    root: [
      rule(/\s+/, ""),
      rule(/#.*/, "c1"),
      rule(/^=[a-zA-Z]\w*\s[\s\S]*?\n=cut/, "cm"),
      rule(/(format)(\s+)(\w+)(\s*)(=)(\s*\n)/, ["k", "", "n", "", "p", ""], "format"),
      rule(/__(?:END|DATA)__\b[\s\S]*/, "cp"),
      rule(/sub\s+/, "k", "sub"),
      ruleFor(new RegExp(`${name}(?!\\w)`), ([word], { emit }) => {
        const token = keywords.has(word) ? "k" : operators.has(word) ? "ow" : undefined;
        if (token === undefined) return false;
        emit(token, word);
        return undefined;
      }),
      ...expressions,
      rule(new RegExp(`${name}(?=\\s*=>)`), "s"),
      rule(/q[qwrx]?\{/, "sx", "braces"),
      rule(/q[qwrx]?\(/, "sx", "parentheses"),
      rule(/q[qwrx]?\[/, "sx", "brackets"),
      rule(/q[qwrx]?</, "sx", "angles"),
      rule(new RegExp(`q[qwrx]?(\\W)${upTo("\\1")}`), "sx"),
      ruleFor(new RegExp(`${name}(?!\\w)`), ([word], { emit }) => {
        const token = builtins.has(word) ? "nb" : handles.has(word) ? "bp" : undefined;
        if (token === undefined) return false;
        emit(token, word);
        return undefined;
      }),
      rule(/\$\$(?![\w{$])|\$\^[A-UW-Z]|\$\^(?!V)|\$_(?!\w)|\$[@!,/;&|"\\*?~`+.<>=([\]-]/, "vg"),
      rule(/[$@%&*]\${0,9}_*[a-zA-Z]\w*(?!\w*::)|[$@%&*]\${0,9}_+(?=[;[{])|[$@%&*](?=\{|[a-zA-Z_]\w*::)/, "nv"),
      rule(/\$#(?:\$?_*[a-zA-Z]\w*|_+(?=[;[{])|(?=\{))/, "nv"),
      rule(/\.{2,3}/, "o"),
      rule(/0[0-7_]*[0-7]/, "mo"),
      rule(/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[-+]?\d+)?|e[-+]?\d+)|\.\d+(?:e[-+]?\d+)?/i, "mf"),
      rule(/0x[\da-f]+(?:_[\da-f]+)*/i, "mh"),
      rule(/0b[01]+(?:_[01]+)*/, "mb"),
      rule(/\d+(?:_\d+)*/, "mi"),
      rule(/<<(["']?)([a-zA-Z_]\w*)\1;?\n[\s\S]{0,20000}?\n\2\n/, "s"),
      rule(/'/, "p", "single"),
      rule(/"/, "p", "double"),
      rule(/`/, "p", "backticks"),
      rule(new RegExp(`((?:${name}::)+)((?:${name})?)`), ["nn", "nv"]),
      rule(/[a-zA-Z_](?:\w|:(?!:))*/, "nv"),
      rule(/::/, "o"),
      rule(/\[\]/, "o"),
      rule(/[()[\]{}:;,?]/, "p"),
      rule(/[-=+*/%<>&|^!~.\\]/, "o"),
    ],
    sub: [
      rule(/\s+/, ""),
      rule(new RegExp(name), "nf"),
      rule(/\([$@%]*\)/, "p"),
      // All that comes to the brace belongs to the head.
      rule(/.*?\{|;/, "p", "^"),
    ],
    format: [rule(/\.\n/, "si", "^"), rule(/.*\n?/, "si")],
    single: [rule(/'/, "p", "^"), rule(/\\['\\]/, "se"), rule(/[^'\\]+|\\/, "s1")],
    double: text("s2", '"'),
    backticks: text("sb", "`"),
    braces: quoted("braces", "{}"),
    parentheses: quoted("parentheses", "()"),
    brackets: quoted("brackets", "[]"),
    angles: quoted("angles", "<>"),
    interpolation: [rule(/\}/, "si", "^"), rule(/\s+/, ""), rule(/[a-zA-Z_]\w*/, "si"), rule(/./u, "err")],
  },
};

function text(token: string, quote: string): readonly Rule[] {
  return [
    rule(new RegExp(quote), "p", "^"),
    rule(/\\(?:[tnrfbaeluLUE"$@\\]|x\{[\da-fA-F]+\}|x[\da-fA-F]{2}|0[0-7]{2}|c.|N\{[^}\n]*\})?/, "se"),
    variable,
    interpolation,
    rule(new RegExp(`[^${quote}\\\\$@]+|[$@]`), token),
  ];
}

/** Between brackets that may have others of their kind in them. */
function quoted(state: string, [open, close]: string): readonly Rule[] {
  return [
    rule(new RegExp(`\\${open}`), "sx", state),
    rule(new RegExp(`\\${close}`), "sx", "^"),
    rule(new RegExp(`\\\\[\\s\\S]|[^\\\\\\${open}\\${close}]+|\\\\`), "sx"),
  ];
}
