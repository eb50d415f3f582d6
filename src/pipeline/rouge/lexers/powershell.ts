import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const keywords =
  words(`assembly base begin break catch class command configuration continue data define do dynamicparam else
elseif end enum exit filter finally for foreach from function hidden if in inlinescript interface module namespace parallel
param private process public return sequence static switch throw trap try type until using var while workflow`);

/** Names that begin with one of these are cut behind it: `$Errors` is `$Error` and `s`. */
const variables =
  `ConsoleFileName Error Event ExecutionContext HOME Host IsCoreCLR IsLinux IsMacOS IsWindows LastExitCode
Matches MyInvocation NestedPromptLevel PID PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext PSItem
PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD ShellId StackTrace args false foreach input null switch this true
_`.replace(/\s+/g, "|");

const comparisons = "eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|replace|split";
const operator = new RegExp(
  `-(?:[ic]?(?:${comparisons})|join|and|or|not|xor|band|bor|bxor|shl|shr|is|isnot|as)\\b`,
  "i",
);

/** Names of the parts of a command's help. */
const sections =
  `component description example externalhelp forwardhelpcategory forwardhelptargetname functionality inputs
link notes outputs parameter remotehelprunspace role synopsis`.replace(/\s+/g, "|");

const word = "[\\w\\\\/~][-\\w\\\\/~.:]*";

const variable: readonly Rule[] = [
  rule(/\$\{[^}]{0,200}\}/, "nv"),
  rule(/(\$)(\w+)(:)(\w+)/, ["nv", "nn", "p", "nv"]),
  rule(new RegExp(`\\$(?:[$?^]|${variables})`), "bp"),
  rule(/\$\w+/, "nv"),
];

const strings: readonly Rule[] = [
  rule(/@"[^\S\n]*(?=\n)/, "sh", "hereDocument"),
  rule(/@'[^\S\n]*\n[\s\S]{0,20000}?\n'@/, "sh"),
  rule(/"/, "s2", "double"),
  rule(/'[^']*'?/, "s1"),
];

const numbers: readonly Rule[] = [rule(/\d+\.\d+/, "mf"), rule(/\d+/, "mi")];

const blanks: readonly Rule[] = [rule(/`\n/, "se"), rule(/<#/, "cm", "comment"), rule(/#.*/, "c")];

const data: readonly Rule[] = [
  rule(/\s+/, "w"),
  ...blanks,
  ...strings,
  ...variable,
  ...numbers,
  rule(/@\{/, "p", "table"),
  rule(/@\(/, "p", "array"),
  rule(/,/, "p"),
];

const signs: readonly Rule[] = [
  rule(/@\{/, "p", "table"),
  rule(/@\(/, "p", "array"),
  rule(operator, "o"),
  rule(/--?\w[-\w]*/, "nt"),
  rule(/(\.)(\w[-\w]*)(\()/, ["o", "nf", "p"], "parameters"),
  rule(/(\.)(\w[-\w]*)(?![-\w[])/, ["o", "nf"]),
  rule(/\?+/, "nf", "parameters"),
  rule(/[-+*%&!.]=?/, "o"),
];

const root: readonly Rule[] = [
  rule(/\s+/, "w"),
  ...blanks,
  ...strings,
  ...variable,
  ...signs,
  rule(/(\[)([a-z][\w.]*)(?=\])/i, ["p", "n"]),
  rule(/(class)(\s+)/i, ["kr", "w"], "class"),
  rule(/(function)(\s+)(\w+)(:)(\w+-[-\w]+|\w+(?=\s*\())/i, ["kr", "w", "nn", "p", "nf"]),
  rule(/(function)(\s+)(\w+-[-\w]+|\w+(?=\())/i, ["kr", "w", "nf"]),
  ruleFor(/[a-z]+(?![-\w\\/~.:])/i, ([text], { emit }) =>
    keywords.has(text.toLowerCase()) ? emit("kr", text) : false,
  ),
  ...numbers,
  rule(new RegExp(`(${word})(\\s*)`), ["n", "w"], "parameters"),
  rule(/[=|]+/, "o"),
  rule(/[()[\]{}:;,]/, "p"),
];

export const powershell: Lexer = {
  states: {
    root,
    // Behind the name of a command, up to what begins another one.
    parameters: [
      rule(/[^\S\n]+/, "w"),
      rule(/\s+/, "w", "^"),
      ...blanks,
      ...strings,
      ...variable,
      ...signs,
      rule(/(\[)([a-z][\w.]*)(?=\])/i, ["p", "n"], "^"),
      rule(new RegExp(word), "nx"),
      rule(/[=|]/, "o", "^"),
      rule(/[()[\]{};]/, "p", "^"),
      rule(/[:,]/, "p"),
    ],
    // Of what is in braces or brackets Rouge knows no end: all behind is commands again.
    table: [rule(/[}{[]/, "p", "^"), ...data, rule(/\w+/, "nx"), rule(/=/, "o"), rule(/;/, "p")],
    array: [rule(/[)[]/, "p", "^"), ...data],
    class: [rule(/\s+/, "w"), rule(/\w+/, "nc"), rule(/[:,]/, "p"), rule(/\{/, "p", "^")],
    comment: [rule(/#>/, "cm", "^"), rule(new RegExp(`\\.(?:${sections})`, "i"), "cs"), rule(/[^#.]+|[#.]/, "cm")],
    interpolation: [rule(/\)/, "si", "^"), ...root],
    double: [rule(/"/, "s2", "^"), ...inString("s2")],
    hereDocument: [rule(/\n"@/, "sh", "^"), ...inString("sh")],
  },
};

function inString(token: string): readonly Rule[] {
  return [rule(/`./, "se"), rule(/\$\(/, "si", "interpolation"), ...variable, rule(/[^"`$\n]+|[\s\S]/, token)];
}
