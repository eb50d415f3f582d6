import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

export const identifier = String.raw`[$\p{L}_][$\p{L}\p{N}_]*`;

/** The words of a language that a name may be; a keyword or declaration is followed by an expression. */
export interface Vocabulary {
  readonly keywords: ReadonlySet<string>;
  readonly declarations: ReadonlySet<string>;
  readonly reserved: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  readonly builtIns: ReadonlySet<string>;
}

export const vocabulary: Vocabulary = {
  keywords: words(`as async await break case catch continue debugger default delete do else export finally for from if
    import in instanceof new of return super switch this throw try typeof void while yield`),
  declarations: words("class const constructor extends function get let set static var with"),
  reserved: words("enum implements interface package private protected public"),
  constants: words("Infinity NaN false null true undefined"),
  builtIns:
    words(`Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array
    Int8Array Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol Uint16Array Uint32Array Uint8Array
    Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent document encodeURI encodeURIComponent eval global
    isFinite isNaN navigator parseFloat parseInt self window`),
};

const blanksAndComments = [
  rule(/\s+/, ""),
  rule(/<!--/, "c"),
  rule(/\/\/.*/, "c1"),
  rule(/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, "cm"),
];

/** Behind an operator or an open bracket a slash begins a regular expression, and a brace an object. */
const expressionRules: readonly Rule[] = [
  ...blanksAndComments,
  rule(/\//, "sr", ["^", "regex"]),
  rule(/\{/, "p", ["^", "object"]),
];

function nameRule({ keywords, declarations, reserved, constants, builtIns }: Vocabulary): Rule {
  return ruleFor(new RegExp(identifier, "u"), ([name], { emit, move }) => {
    const token = keywords.has(name) ? "k" : declarations.has(name) ? "kd" : undefined;
    if (token) move("expression");
    emit(token ?? (reserved.has(name) ? "kr" : constants.has(name) ? "kc" : builtIns.has(name) ? "nb" : "nx"), name);
  });
}

/** What a language has besides: rules that come before the others, of code and of where a statement or an expression begins. */
export interface Additions {
  readonly root?: readonly Rule[];
  readonly code?: readonly Rule[];
  readonly statement?: readonly Rule[];
  readonly expression?: readonly Rule[];
  /** States for them, which may go on with the rules of code. */
  states?(code: readonly Rule[]): Lexer["states"];
}

/** The rules for code with the words of a language. */
export function scriptLexer(vocabulary: Vocabulary, own: Additions = {}): Lexer {
  const expression = [...(own.expression ?? []), ...expressionRules];
  const code: readonly Rule[] = [
    ...(own.code ?? []),
    ...blanksAndComments,
    rule(/\?(?=\.)/, "p"),
    rule(/\?\?=?|[-+*%&|^~!=>]+|<[<=]*|\/=?|\\(?=\n)/, "o", "expression"),
    rule(/[(,[]/, "p", "expression"),
    rule(/\?/, "p", ["ternary", "expression"]),
    rule(/[{};]/, "p", "statement"),
    rule(/[)\].:]/, "p"),
    rule(new RegExp(`(@)(${identifier})?`, "u"), ["p", "nd"]),
    rule(/`/, "s2", "template"),
    rule(/"/, "dl", "double"),
    rule(/'/, "dl", "single"),
    nameRule(vocabulary),
    rule(/0x[\da-f]+/i, "mh"),
    rule(/0o[0-7]+/i, "mo"),
    rule(/0b[01]+/i, "mb"),
    rule(/\d+\.\d+(?:e\d+)?/i, "mf"),
    rule(/\d+/, "mi"),
  ];
  return {
    states: {
      root: [...(own.root ?? []), rule(/(?<![\s\S])\s*#!.*\n/, "cp", "statement"), ...code],
      expression: [...expression, rule(/(?:)/, "", "^")],
      statement: [
        ...(own.statement ?? []),
        ...blanksAndComments,
        rule(new RegExp(`(?!case\\b)(${identifier})(\\s*)(:)`, "u"), ["nl", "", "p"]),
        ...expression,
        rule(/(?:)/, "", "^"),
      ],
      object: [
        ...blanksAndComments,
        rule(/\{/, "p", "object"),
        rule(/\}/, "p", ["^", "statement"]),
        rule(new RegExp(`(${identifier})(\\s*)(:)`, "u"), ["na", "", "p"], "expression"),
        ...code,
      ],
      ternary: [rule(/:/, "p", ["^", "expression"]), ...code],
      regex: [
        rule(/\/[gimuy]*/, "sr", "^"),
        rule(/[^/]?\n/, "err", "^"),
        rule(/\\./, "se"),
        rule(/\[\^?/, "se", "class"),
        rule(/\(\?[:=!<]|[()?]|\{\d*,?\d*\}/, "se"),
        rule(/[^\n/\\[()?{]+(?!\n)|./, "sr"),
      ],
      class: [rule(/\]/, "se", "^"), rule(/[^/]?\n/, "err", "^^"), rule(/\\.|\//, "se"), rule(/./, "sr")],
      double: [rule(/"/, "dl", "^"), rule(/[^"\\]+/, "s2"), rule(/\\[nrt"\\]?/, "se")],
      single: [rule(/'/, "dl", "^"), rule(/[^'\\]+/, "s1"), rule(/\\[nrt'\\]?/, "se")],
      template: [
        rule(/`/, "s2", "^"),
        rule(/\$\{/, "p", "interpolation"),
        rule(/\\[$`]/, "se"),
        rule(/[^$`\\]+|./, "s2"),
      ],
      interpolation: [rule(/\}/, "p", "^"), ...code],
      ...own.states?.(code),
    },
  };
}

export const javascript = scriptLexer(vocabulary);
