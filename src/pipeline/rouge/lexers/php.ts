import { type Lexer, type Lexing, type Rule, rule, ruleFor, words } from "../lexer.js";
import { html } from "./html.js";
import { functions } from "./php-functions.js";

const keywords =
  words(`__class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__ __trait__ abstract
and array as break case catch cfunction clone const continue declare default die do echo else elseif empty enddeclare endfor
endforeach endif endswitch endwhile eval exit extends final finally fn for foreach function global goto if implements include
include_once instanceof insteadof isset list match new old_function or parent print private protected public readonly require
require_once return self static switch throw try unset var while xor yield`);
const constants = words("false null true");

const name = "[\\p{L}_][\\p{L}\\p{N}_]*";
const path = "[\\p{L}_][\\p{L}\\p{N}_\\\\]*";

/** HTML goes on behind code where it was. */
function goOn(text: string, lexing: Lexing): void {
  const stack = lexing.memory.get("html")?.split("|") ?? ["root"];
  lexing.delegate(html, text, stack);
  lexing.memory.set("html", stack.join("|"));
}

function tokenOf(word: string): string {
  const lower = word.toLowerCase();
  if (keywords.has(lower)) return "k";
  if (constants.has(lower) || /^(?:E|PHP)_[A-Z_]+$/.test(word)) return "kc";
  if (lower === "use") return "kn";
  if (/^__[a-z_]+__$/i.test(word)) return "nb";
  if (/(?:^|\\)\p{Lu}[\p{Lu}\d_]+$/u.test(word)) return "no";
  return /(?:^|\\)\p{Lu}[\p{L}\d]*$/u.test(word) ? "nc" : "n";
}

const blanksAndComments: readonly Rule[] = [
  rule(/\s+/, ""),
  rule(/\/\*\*(?!\/)[\s\S]*?\*\//, "cd"),
  rule(/\/\*[\s\S]*?\*\//, "cm"),
  rule(/(?:\/\/|#)[^\n]*/, "c1"),
];

const code: readonly Rule[] = [
  rule(/\?>/, "cp", "^^^^"),
  ...blanksAndComments,
  rule(/<<<[ \t]*(['"]?)(\w+)\1\n(?:[^\n]*\n){0,2000}?[ \t]*\2\b;?/, "sh"),
  rule(/'(?:[^'\\]|\\[\s\S])*'/, "s1"),
  rule(/`[^`]*`/, "sb"),
  rule(/"/, "s2", "string"),
  rule(new RegExp(`\\$+${name}`, "u"), "nv"),
  rule(/(?:\d[\d_]*)?\.(?:\d[\d_]*)?(?:e[-+]?\d+)?/i, "mf"),
  rule(/0x[\da-f][\da-f_]*/i, "mh"),
  rule(/0b[01][01_]*/i, "mb"),
  rule(/0[0-7][0-7_]*(?![\d_])/, "mo"),
  rule(/\d[\d_]*/, "mi"),
  rule(/[=?]|[-~!%^&*+|:@/<>]+/, "o"),
  rule(/[()[\]{},;]/, "p"),
  rule(/(?:public|protected|private)\b/i, "k", "type"),
  rule(/(?:function|fn)\b/i, "k", "signature"),
  rule(/const\b/i, "k", "const"),
  rule(new RegExp(`(use)(\\s+)(${path}\\\\)(?=\\{)`, "iu"), ["kn", "", "nn"]),
  rule(/(use)(\s+)(const|function)\b/i, ["kn", "", "k"]),
  rule(/(use)(\s+)([a-z_][\w\\]*_\w*)/i, ["kn", "", "nf"]),
  rule(new RegExp(`(namespace)(\\s+)(${path})`, "iu"), ["kn", "", "nn"]),
  rule(new RegExp(`(class|interface|trait|extends|implements)(\\s+)(?!extends\\b|implements\\b)(${path})`, "iu"), [
    "kd",
    "",
    "nc",
  ]),
  rule(/class(?=\s+(?:extends|implements)\b)|(?<=\bnew\s+)class\b/i, "kd"),
  rule(new RegExp(`(new)(\\s+)(?!class\\b)(${path})`, "iu"), ["k", "", "nc"]),
  ruleFor(new RegExp(`${path}(?:(?=(\\s*\\())|)`, "u"), ([word, open], { emit }) => {
    const token = tokenOf(word);
    const isCall = open !== undefined && token !== "k" && token !== "kc";
    emit(isCall ? (functions.has(word.toLowerCase()) ? "nb" : "nf") : token, word);
  }),
];

const group = rule(/[([]/, "p", "group");

export const php: Lexer = {
  states: {
    root: [
      // A text that begins with code has no tag for it.
      rule(/(?<![\s\S])(?!\s*<)(?![^$<]*<\?)/, "", "code"),
      rule(/(?<![\s\S])(?!\s*<)(?=[^$<]*\$)/, "", "code"),
      rule(/<\?(?:php|=)?/i, "cp", "code"),
      ruleFor(/(?:[^<]|<(?!\?))+/, ([text], lexing) => goOn(text, lexing)),
    ],
    code,
    string: [
      rule(/"/, "s2", "^"),
      rule(/\\(?:[nrtvef\\$"]|[0-7]{1,3}|x[\da-fA-F]{1,2}|u\{[\da-fA-F]+\})/, "se"),
      rule(new RegExp(`\\$${name}(?:\\[\\S+\\]|->${name})?`, "u"), "nv"),
      rule(/\{(?=\$)/, "si", "interpolation"),
      rule(/(\{)([^\s"\\]+)(\})/, ["si", "nv", "si"]),
      rule(/[^"\\${]+|\$\{|\{\\|[\\${]/, "s2"),
    ],
    interpolation: [rule(/\}/, "si", "^"), ...code],
    /** Behind `function`: its name, its parameters and the type that it returns. */
    signature: [
      ...blanksAndComments,
      rule(/use\b/i, "k"),
      rule(new RegExp(`${name}(?=\\s*\\()`, "u"), "n"),
      rule(/&/, "o"),
      rule(/\(/, "p", ["parameters", "type"]),
      rule(new RegExp(`(:)(\\s*)(\\??${name})`, "u"), ["p", "", "kt"], "^"),
      rule(/:/, "p", "^"),
      rule(/(?:)/, "", "^"),
    ],
    parameters: [rule(/\)/, "p", "^"), rule(/,/, "p", "type"), rule(/\\/, "err", "^^"), group, ...code],
    group: [rule(/[)\]]/, "p", "^"), group, ...code],
    /** Where a type may stand before a variable. */
    type: [
      ...blanksAndComments,
      rule(/(?:function|fn)\b/i, "k", ["^", "signature"]),
      rule(/const\b/i, "k", ["^", "const"]),
      rule(/(?:abstract|final|private|protected|public|readonly|static)\b/i, "k"),
      rule(/\.\.\./, "p"),
      rule(new RegExp(`\\??${name}`, "u"), "kt", "^"),
      rule(/(?:)/, "", "^"),
    ],
    const: [
      ...blanksAndComments,
      rule(new RegExp(name, "u"), "no"),
      rule(/=/, "o", ["^", "constant"]),
      rule(/(?:)/, "", "^"),
    ],
    constant: [rule(/,/, "p", ["^", "const"]), rule(/[;\])]/, "p", "^"), ...code],
  },
};
