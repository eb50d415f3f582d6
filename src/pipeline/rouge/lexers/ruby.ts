import { type Lexer, type Lexing, type Rule, rule, ruleFor } from "../lexer.js";
import { rubyWords } from "./ruby-words.js";

const escapes = /\\(?:[0-7]{1,3}|x[\da-fA-F]{1,2}|[^\n])/;

const interpolation: readonly Rule[] = [rule(/#\{/, "si", "interpolated"), rule(/#(?:@@?|\$)[a-zA-Z_]\w*/, "si")];

/** Text up to an end, with what Ruby fills in. */
function filled(token: string, text: RegExp, end: RegExp): readonly Rule[] {
  return [
    rule(end, token, "^"),
    rule(escapes, "se"),
    ...interpolation,
    rule(text, token),
    rule(/\\\n/, token, "^"),
    rule(/#/, token),
  ];
}

/** Literals that begin with `%` and end with the bracket that closes theirs; brackets of the same kind nest in them. */
const brackets = ["()", "[]", "{}", "<>"].flatMap(([open, close]): [string, readonly Rule[]][] => {
  const text = new RegExp(`[^\\\\#\\${open}\\${close}]+`);
  const [opens, closes, escaped] = [`\\${open}`, `\\${close}`, `\\\\[\\\\\\${open}\\${close}]`].map(
    (source) => new RegExp(source),
  );
  const rules = (state: string, token: string, end: RegExp, inner: readonly Rule[]): [string, readonly Rule[]] => [
    state + open,
    [
      ...inner,
      rule(opens!, token, `nested${state}${open}`),
      rule(end, token, "^"),
      rule(text, token),
      rule(/[\\#]/, token),
    ],
  ];
  const kinds: [string, string, RegExp, readonly Rule[]][] = [
    ["plain", "sx", closes!, [rule(escaped!, "se")]],
    ["filled", "sx", closes!, [rule(escapes, "se"), ...interpolation]],
    ["regex", "sr", new RegExp(`\\${close}[mixounse]*`), [rule(escapes, "se"), ...interpolation]],
  ];
  return kinds.flatMap(([state, token, end, inner]) => [
    rules(state, token, end, inner),
    [`nested${state}${open}`, rules(state, token, closes!, inner)[1]],
  ]);
});

const percent: readonly Rule[] = [
  ruleFor(/%([rqswQWxiI]?)([([{<])/, ([text, kind = "", open = ""], lexing) => {
    const state = kind === "r" ? "regex" : /[A-Zx]/.test(kind) ? "filled" : "plain";
    lexing.emit(state === "regex" ? "sr" : "sx", text);
    lexing.move(state + open);
  }),
  ruleFor(/%(?:r([^\w\s])|[qswQWxiI]?([^\w\n]))(?:\\[\s\S]|(?!\1\2|\\)[\s\S])*\1\2/, ([text, regex], lexing) => {
    const token = regex === undefined ? "sx" : "sr";
    const isFilled = /%[A-Zrx]/.test(text.slice(0, 2));
    for (const part of text.split(isFilled ? /(\\.|#\{[^}]*\})/ : /(\\[^\w\s])/)) {
      if (part.startsWith("\\")) lexing.emit("se", part);
      else if (!part.startsWith("#{")) lexing.emit(token, part);
      else {
        lexing.emit("si", "#{");
        lexing.delegate(ruby, part.slice(2, -1));
        lexing.emit("si", "}");
      }
    }
    if (regex) lexing.move("flags");
  }),
];

const symbols: readonly Rule[] = [
  rule(/:(?:@{0,2}[a-zA-Z_]\w*[?!]?|\*\*|[-+]@|\[\]=?|<=>|<=|>=|===?|<<|>>|[~/])/, "ss"),
  rule(/:'(?:\\.|[^'\\])*'/, "ss"),
  rule(/:"/, "ss", "symbol"),
];

/** Here-documents that a line has begun: their words, each behind a `-` where it may be indented. */
const pending = ({ memory }: Lexing): string[] => memory.get("heredocs")?.split("\n") ?? [];

function setPending({ memory }: Lexing, heredocs: readonly string[]): void {
  if (heredocs.length > 0) memory.set("heredocs", heredocs.join("\n"));
  else memory.delete("heredocs");
}

const comment = rule(/#[^\n]*/, "c1");

/** Rouge's words even before a mark that is not theirs: `include?` is `include` and an operator. Longer ones go first. */
const known = new RegExp(`(?:${[...rubyWords.keys()].sort().reverse().join("|").replaceAll("?", "\\?")})(?!\\w)`);

const code: readonly Rule[] = [
  rule(/^=begin\b/, "cm", "document"),
  rule(/^__END__$[\s\S]*/, "cp"),
  comment,
  ruleFor(/\n/, (_, lexing) => {
    const begins = pending(lexing).length > 0;
    lexing.emit(begins ? "sh" : "", "\n");
    lexing.move(begins ? "heredoc" : "operand");
  }),
  rule(/[^\S\n]+/, ""),
  ruleFor(/(<<[-~]?)((["'`]?)([a-zA-Z_]\w*)\3)/, ([, operator = "", quoted = "", , word = ""], lexing) => {
    lexing.emit("o", operator);
    lexing.emit("no", quoted);
    setPending(lexing, [...pending(lexing), (operator === "<<" ? "" : "-") + word]);
  }),
  rule(/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, "mh"),
  rule(/0b[01]+(?:_[01]+)*/, "mb"),
  rule(/0[0-7]+(?:_[0-7]+)*/, "mo"),
  rule(/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[-+]?\d+)?|e[-+]?\d+)/i, "mf"),
  rule(/\d+(?:_\d+)*/, "mi"),
  rule(/'(?:\\[\s\S]|[^'\\])*'?/, "s1"),
  rule(/"/, "s2", "string"),
  rule(/`/, "sb", "backticks"),
  rule(/[a-z_]\w*[?!]?:\s+/, "ss", "operand"),
  ...symbols,
  rule(/@@[a-zA-Z_]\w*/, "vc"),
  rule(/@[a-zA-Z_]\w*/, "vi"),
  rule(/\$(?:\w+|-\w|[^\w\s-])/, "vg"),
  rule(/(module)(\s+)([a-zA-Z_][\w:]*)/, ["k", "", "nn"]),
  rule(/def\b(?![?!])/, "k", "method"),
  rule(/class\b(?![?!])/, "k", "class"),
  rule(/(\.)(\s*)([a-z_]\w*[?!]?|[-+*/%&|^`~<>=![])/, ["p", "", "nf"], "argument"),
  rule(/(?!(?:BEGIN|END)\b)[A-Z]\w*/, "no", "argument"),
  ruleFor(known, ([word], lexing) => {
    const token = rubyWords.get(word)!;
    lexing.emit(token, word);
    lexing.move(token === "k" ? "operand" : "argument");
  }),
  rule(/[a-zA-Z_]\w*[?!]?/, "n", "argument"),
  rule(/\?/, "p", ["ternary", "operand"]),
  rule(/\*\*=?|\|\|=?|&&=?|<<=?|>>=?|<=>|===?|=[~>]|![~=]|\.{2,3}|->|::|&(?=\.)|[-+*/%&|^<>]=?|[=!~]/, "o", "operand"),
  rule(/\./, "o"),
  rule(/[[({,;:]/, "p", "operand"),
  rule(/[\])}\\]/, "p"),
];

const skip = rule(/(?=[\s\S])/, "", "^");

export const ruby: Lexer = {
  states: {
    root: code,
    interpolated: [rule(/\}/, "si", "^"), ...code],
    ternary: [rule(/:(?=\s|[^:\n]*$)/, "p", ["^", "operand"]), ...code],
    /** Where a value may begin: a slash begins a regular expression, and is no division. */
    operand: [
      rule(/[ \t]+/, ""),
      comment,
      rule(/\//, "sr", ["^", "regex"]),
      rule(/\?(?:\\[MC]-)*(?:\\.|[^\s\\])(?!\w)/, "sc", "^"),
      ...percent,
      skip,
    ],
    /** Behind a name, where an argument may begin. */
    argument: [
      rule(/(\s+)(\/)(?![\s=])/, ["", "sr"], ["^", "regex"]),
      rule(/(\s+)(?=%[rqswQWxiI]?[^\w\s=])/, "", ["^", "operand"]),
      skip,
    ],
    flags: [rule(/[mixounse]+/, "sr", "^"), skip],
    document: [rule(/^=end\b/, "cm", "^"), rule(/.+|\n/, "cm")],
    heredoc: [
      ruleFor(/^([ \t]*)(\w+)$/, ([line, indent, word = ""], lexing) => {
        const [first, ...others] = pending(lexing);
        const ends = first === `-${word}` || (first === word && indent === "");
        lexing.emit(ends ? "no" : "sh", line);
        if (!ends) return;
        setPending(lexing, others);
        lexing.move("^");
      }),
      rule(escapes, "se"),
      ...interpolation,
      rule(/[^\\#\n]+|[\\#\n]/, "sh"),
    ],
    string: filled("s2", /[^"\\#]+/, /"/),
    symbol: filled("ss", /[^"\\#]+/, /"/),
    backticks: filled("sb", /[^`\\#]+/, /`/),
    regex: [rule(/\/[mixounse]*/, "sr", "^"), ...interpolation, rule(/[^/\\#]+|\\[\s\S]|[\\#]/, "sr")],
    method: [
      rule(/\s+/, ""),
      rule(/([a-zA-Z_]\w*)(\.)/, ["nc", "o"]),
      rule(/[a-zA-Z_]\w*[?!]?|\*\*|[-+]@?|[*/%&|^`~]|\[\]=?|<<|>>|===?|[<>]/, "nf", "^"),
      skip,
    ],
    class: [
      rule(/\s+/, ""),
      rule(/<</, "o", "^"),
      rule(/[A-Z_]\w*(?:::\w+)+/, "nc"),
      rule(/[A-Z_]\w*/, "nc", "^"),
      skip,
    ],
    ...Object.fromEntries(brackets),
  },
};
