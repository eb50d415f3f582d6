import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words(`Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ as associativity async await break case catch continue default
defer didSet do dynamicType else fallthrough for get guard if in infix inout is isolated mutating new none nonmutating operator
override postfix precedence precedencegroup prefix repeat rethrows return self set super switch throw throws try unowned weak
where while willSet`),
    kd: words(`actor associatedtype class convenience deinit dynamic enum extension fileprivate final func import indirect init
internal lazy let nonisolated open optional private protocol public required some static struct subscript typealias var`),
    kc: words("false nil true"),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);

const name = "[\\p{L}_][\\p{L}\\p{N}_]*";

/** Words that are no name of a function, whatever bracket follows. */
const callable = `(?!(?:case|for|if|internal|let|private|switch|unowned|var|while)\\b)${name}`;

const blanksAndComments: readonly Rule[] = [rule(/\s+/, ""), rule(/\/\/[^\n]*/, "c1"), rule(/\/\*/, "cm", "comment")];

const code: readonly Rule[] = [
  rule(/(?<=^[ \t]*)#[^\n]*/, "cp"),
  ...blanksAndComments,
  rule(/#available\([^)]*\)|#(?:column|file|function|line)\b/, "kd"),
  rule(/(#(?:selector|keyPath)\()([^()\n]*(?:\([^()\n]*\))?[^()\n]*)(\))/, ["kd", "nf", "kd"]),
  rule(/@[a-zA-Z_]\w*/, "kd"),
  rule(/(?:private|internal)\(set\)|unowned\((?:safe|unsafe)\)/, "kd"),
  rule(/"/, "s", "string"),
  rule(/'(?:\\[^\n]|[^\\\n])'/, "sc"),
  rule(/0x[\da-fA-F][\da-fA-F_]*(?:\.[\da-fA-F]+(?=p))?(?:p[-+]?\d+)?/, "mh"),
  rule(/0b[01](?:_?[01])*/, "mb"),
  rule(/0o[0-7]+|0[0-7]+(?![\d._eE])/, "mo"),
  rule(/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[-+]?\d+)?|e[-+]?\d+)/i, "mf"),
  rule(/\d+(?:_\d+)*/, "mi"),
  rule(/\$\d+/, "nv"),
  rule(/(`)(\w+)(`)/, ["p", "nv", "p"]),
  rule(/(let|var)(\s*)(\()/, ["k", "", "p"], "tuple"),
  rule(new RegExp(`(let|var)(\\s+)(${name})`, "u"), ["k", "", "nv"]),
  rule(/(?:as[?!]|try!)(?=\s)/, "k"),
  rule(new RegExp(`(?!\\p{Lu}|default)${name}(?=\\s*:)`, "u"), "nv"),
  ruleFor(new RegExp(`${callable}(?=[?!]?\\s*\\()`, "u"), ([word], { emit }) => {
    emit(/^\p{Lu}/u.test(word) ? "kt" : "nf", word);
  }),
  ruleFor(new RegExp(name, "u"), ([word], { emit }) => {
    emit(tokens.get(word) ?? (/^\p{Lu}/u.test(word) ? "kt" : "n"), word);
  }),
  rule(/[-/=+*%<>!&|^~.]+?(?!\/[/*])(?=[^-/=+*%<>!&|^~.]|\/[/*]|$(?![\s\S]))|[-/=+*%<>!&|^~.]/, "o"),
  rule(/[()[\]{}:;,?\\]/, "p"),
];

export const swift: Lexer = {
  states: {
    root: code,
    comment: [rule(/\*\//, "cm", "^"), rule(/\/\*/, "cm", "comment"), rule(/[^*/]+|[*/]/, "cm")],
    tuple: [
      ...blanksAndComments,
      rule(/\(/, "p", "tuple"),
      rule(/\)/, "p", "^"),
      rule(/,/, "p"),
      rule(new RegExp(name, "u"), "nv"),
    ],
    string: [
      rule(/"/, "s", "^"),
      rule(/\\\(/, "se", "interpolation"),
      rule(/\\(?:[\\0tnr'"]|u\{[\da-fA-F]{1,8}\})/, "se"),
      rule(/[^"\\]+/, "s"),
      rule(/\\/, "err"),
    ],
    interpolation: [rule(/\)/, "se", "^"), rule(/\(/, "p", "brackets"), ...code],
    brackets: [rule(/\)/, "p", "^"), rule(/\(/, "p", "brackets"), ...code],
  },
};
