import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const keywords =
  words(`abstract annotation as break by catch class companion const constructor continue crossinline do dynamic
else enum external false final finally for fun get if import in infix inline inner interface internal is lateinit noinline null
object open operator out override package private protected public reified return sealed set super suspend tailrec this throw
true try typealias typeof val var vararg when where while yield`);

const letters = "\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}";
const rest = `[${letters}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}-]*\`?`;
const name = `\`?[${letters}_]${rest}`;
const className = `\`?\\p{Lu}${rest}`;

const blanksAndComments: readonly Rule[] = [
  rule(/\s+|\\\n/, ""),
  rule(/\/\/[^\n]*/, "c1"),
  rule(/\/\*.*\*\//, "cm"),
  rule(/\/\*/, "cm", "comment"),
];

/** A rule for words of some sort, which the token of others does not name. */
function wordRule(pattern: string, token: (word: string) => string | undefined): Rule {
  return ruleFor(new RegExp(pattern, "u"), ([text, word = ""], { emit }) => {
    const named = token(word);
    if (named === undefined) return false;
    emit(named, text);
    return true;
  });
}

const digits = "\\d(?:_*\\d)*";

export const kotlin: Lexer = {
  states: {
    root: [
      ...blanksAndComments,
      rule(/(package|import)(\s+)(\S+)/, ["k", "", "nn"]),
      rule(/(companion)(\s+)(object)\b/, ["k", "", "k"]),
      rule(/(::)(class)\b/, ["o", "k"]),
      rule(/(data\s+class|class|interface|object)(\s+)/, ["kd", ""], "class"),
      rule(/(fun)(\s+)/, ["k", ""], "function"),
      rule(/(val|var)(\s+)/, ["kd", ""], "property"),
      rule(new RegExp(`(return|continue|break|this|super)(@${name})`, "u"), ["k", "nd"]),
      rule(new RegExp(`@${className}`, "u"), "nd"),
      wordRule(`(${name})@`, (word) => (keywords.has(word) ? undefined : "nd")),
      rule(/"""[\s\S]*?"""/, "s"),
      rule(/"(?:\\[^\n]|[^"\\\n])*["\n]/, "s"),
      rule(/'(?:\\[^\n]|[^\\\n])'/, "sc"),
      rule(/0x[\da-f](?:_*[\da-f])*u?L?/i, "mh"),
      rule(/0b[01](?:_*[01])*u?L?/i, "mb"),
      rule(new RegExp(`(?:${digits})?\\.${digits}(?:e[-+]?\\d+)?f?|${digits}(?:e[-+]?\\d+f?|f)`, "i"), "mf"),
      rule(/(?:0+|[1-9](?:_*\d)*|\d+)[uU]?L?/, "mi"),
      rule(/\.\.|::|\?\.|\?:|!!/, "o"),
      wordRule(`(${name})`, (word) => (keywords.has(word) ? "k" : undefined)),
      rule(new RegExp(`(${className})(<)`, "u"), ["nc", "p"], "generics"),
      rule(new RegExp(className, "u"), "nc"),
      rule(new RegExp(`${name}(?=\\s*[({])`, "u"), "nf"),
      rule(new RegExp(name, "u"), "n"),
      rule(/[-~!%^&*()+=|[\]:;,.<>/?{}]/, "p"),
    ],
    comment: [rule(/\*\//, "cm", "^"), rule(/\/\*/, "cm", "comment"), rule(/[^*/]+|[*/]/, "cm")],
    class: [rule(new RegExp(className, "u"), "nc", "^"), rule(/[\s\S]/, "err")],
    generics: [
      rule(/\s+/, ""),
      rule(/(?:in|out|reified)\b/, "k"),
      rule(new RegExp(className, "u"), "nc"),
      rule(/</, "p", "generics"),
      rule(/>/, "p", "^"),
      rule(/[,:.?]/, "p"),
      rule(/[\s\S]/, "err"),
    ],
    function: [
      ...blanksAndComments,
      rule(/</, "p", "generics"),
      rule(new RegExp(`(${className})(\\.)`, "u"), ["nc", "p"]),
      rule(new RegExp(name, "u"), "nf", "^"),
      rule(/[\s\S]/, "err"),
    ],
    property: [
      ...blanksAndComments,
      rule(/</, "p", "generics"),
      rule(/\(/, "p", ["^", "properties"]),
      rule(new RegExp(name, "u"), "py", "^"),
      rule(/[\s\S]/, "err"),
    ],
    properties: [
      ...blanksAndComments,
      rule(/\)/, "p", "^"),
      rule(/,/, "p"),
      rule(new RegExp(name, "u"), "py"),
      rule(/[\s\S]/, "err"),
    ],
  },
};
