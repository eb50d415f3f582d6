import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words(`as assert async await break class continue def del elif else except exec finally for from global if import
lambda nonlocal pass print raise return try while with yield`),
    ow: words("and in is not or"),
    bp: words("Ellipsis False None True self"),
    nb: words(`ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError FutureWarning
GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented
NotImplementedError OSError OverflowError OverflowWarning PendingDeprecationWarning ProcessLookupError RecursionError
ReferenceError ResourceWarning RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError
SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning VMSError ValueError Warning WindowsError
ZeroDivisionError __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod
cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr
globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview min next
object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice sorted staticmethod
str sum super tuple type unichr unicode vars xrange zip`),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);

const escapes = /\\(?:[\nabfnrtv"'\\]|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}\n]*\})/;

/** Strings by their quotes: plain, raw, and either of them with values filled in. */
const strings = ["'", '"', "'''", '"""'].flatMap((quotes): [string, readonly Rule[]][] => {
  const quote = quotes[0]!;
  const text = new RegExp(`[^\\\\{}${quote}]+`);
  const rules = (...inner: readonly Rule[]): readonly Rule[] => [
    rule(new RegExp(quotes), "s", "^"),
    ...inner,
    rule(text, "s"),
    rule(new RegExp(`[\\\\{}${quote}]`), "s"),
  ];
  const raw = rule(/\\[\s\S]/, "s");
  const escaped = rule(escapes, "se");
  const filled = [rule(/\{\{|\}\}/, "s"), rule(/\{/, "si", "filled")];
  return [
    [quotes, rules(escaped)],
    [`r${quotes}`, rules(raw)],
    [`f${quotes}`, rules(escaped, ...filled)],
    [`rf${quotes}`, rules(raw, ...filled)],
  ];
});

const code: readonly Rule[] = [
  rule(/\s+|\\\n/, ""),
  rule(/#[^\n]*\n?/, "c1"),
  ruleFor(/([rbfu]|[bfu]r|r[bfu])?("""|'''|["'])/i, ([, prefix = "", quotes = ""], lexing) => {
    lexing.emit("sa", prefix);
    lexing.emit("s", quotes);
    lexing.move((/r/i.test(prefix) ? "r" : "") + (/f/i.test(prefix) ? "f" : "") + quotes);
  }),
  rule(/`[^`\n]*`/, "sb"),
  rule(/(from)(\s+)(\.+\w[\w.]*|\.+|\w[\w.]*)(\s+)(import)\b/, ["kn", "", "nn", "", "kn"]),
  rule(/(import)(\s+)([a-zA-Z_][\w.]*)/, ["kn", "", "nn"]),
  rule(/(def)(\s+)([\p{L}_][\p{L}\p{N}_]*)/u, ["k", "", "nf"]),
  rule(/(class)(\s+)([\p{L}_][\p{L}\p{N}_]*)/u, ["k", "", "nc"]),
  rule(/0x(?:_?[\da-f])+/i, "mh"),
  rule(/0o(?:_?[0-7])+/i, "mo"),
  rule(/0b(?:_?[01])+/i, "mb"),
  rule(/\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?(?:e[-+]?\d(?:_?\d)*)?j?|e[-+]?\d(?:_?\d)*j?|j)/i, "mf"),
  rule(/\d+L/, "il"),
  rule(/\d(?:_?\d)*/, "mi"),
  ruleFor(/[\p{L}_][\p{L}\p{N}_]*/u, ([word], lexing) => lexing.emit(tokens.get(word) ?? "n", word)),
  rule(/!=|[-+*/%@&|^~<>=]+/, "o"),
  rule(/[[\](){}:.,;]/, "p"),
];

export const python: Lexer = {
  states: {
    root: code,
    filled: [rule(/![rsa]|:/, "si"), rule(/\{/, "si", "filled"), rule(/\}/, "si", "^"), ...code],
    ...Object.fromEntries(strings),
  },
};
