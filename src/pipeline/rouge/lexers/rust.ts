import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const keywords =
  words(`abstract as async await become box break const continue crate do dyn else enum extern false final fn
for if impl in let log loop macro match mod move mut override priv pub ref return self Self static struct super trait true
try type typeof union unsafe unsized use virtual where while yield`);

const builtins =
  words(`Add Arc AsMut AsRef BitAnd BitOr BitXor bool Box c_char c_double c_float c_int c_long c_short c_uchar
c_uint c_ulong c_ushort c_void char Clone Cons Const Copy Default Div DoubleEndedIterator drop Drop Either Eq Err
ExactSizeIterator Extend f32 f64 Failure FILE float Fn FnMut FnOnce From Gc i128 i16 i32 i64 i8 Index int Into IntoIterator
isize Iterator Left Mul Neg Nil None Num off_t Ok Option Ord Owned PartialEq PartialOrd Pin Ptr ptrdiff_t Rc Result Right
Send Shl Shr size_t Sized Some ssize_t str String Sub Success Sync time_t u128 u16 u32 u64 u8 uint Unpin usize Vec`);

const escapes = "\\\\(?:[nrt0'\"\\\\]|x[\\da-fA-F]{2}|u\\{[\\da-fA-F_]{1,8}\\})";
const number = "\\d[\\d_]*";
const exponent = `[eE][-+]?${number}`;

const suffix = "(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?";

const comments: readonly Rule[] = [
  rule(/\/\/[/!](?!\/).*/, "cd"),
  rule(/\/\/.*/, "c1"),
  rule(/\/\*(?:!|\*(?![*/]))/, "cd", "documentation"),
  rule(/\/\*/, "cm", "comment"),
];

const boolean = rule(/(?:true|false)\b/, "kc");

const literals: readonly Rule[] = [
  rule(/b?r(#*)"[\s\S]{0,20000}?"\1/, "s"),
  rule(/b?"/, "s", "string"),
  rule(new RegExp(`b?'(?:${escapes}|[^\\\\'])'`, "u"), "sc"),
  rule(new RegExp(`${number}(?:\\.${number}(?:${exponent})?|${exponent})(?:_?f(?:32|64))?`), "mf"),
  rule(new RegExp(`${number}_?f(?:32|64)`), "mf"),
  rule(/\d[\d_]*\.(?![.\p{L}_])/u, "mf"),
  rule(new RegExp(`(?:0x[\\da-fA-F_]+|0o[0-7_]+|0b[01_]+|${number})${suffix}`), "mi"),
];

const blanks: readonly Rule[] = [rule(/[^\S\n]+/, ""), rule(/\n/, "")];

/** Lines that rustdoc runs but does not show. */
const hidden = rule(/^([^\S\n]*)(#\s.*)/, ["", "cs"]);

const main: readonly Rule[] = [
  hidden,
  ...blanks,
  ...comments,
  rule(/#!?\[/, "nd", "attribute"),
  ...literals,
  rule(/'static\b/, "k"),
  rule(/'[\p{L}_][\p{L}\p{N}_]*/u, "nv"),
  rule(/\.\s*await\b(?!\s*\()/, "k"),
  rule(/\.\s*[\p{L}_][\p{L}\p{N}_]*(?=\s*\()/u, "nf"),
  rule(/\.\s*[\p{L}_][\p{L}\p{N}_]*/u, "py"),
  rule(/(?:\.\d+)+/, "na"),
  rule(/macro_rules!/, "nd", "rulesHead"),
  ruleFor(/([\p{L}_][\p{L}\p{N}_]*)(?:!|(?=(::|\s*\()?))/u, ([text, name, next], { emit, move, stack }) => {
    if (keywords.has(name!)) emit("k", name!);
    else if (text !== name) {
      emit("nd", text);
      if (stack.at(-1) !== "rules") move("invoked");
    } else emit(next === "::" ? "nn" : next ? "nf" : builtins.has(name) ? "nb" : "n", name);
    // The `!` of a keyword is an operator.
    if (keywords.has(name!)) emit("o", text.slice(name!.length));
  }),
  rule(/[()[\]{},:;]|\|\|?/, "p"),
  rule(/=>|->/, "k"),
  rule(/\.\.[.=]?|<<=|>>=|[-+*/%^!~@?&<>=]/, "o"),
];

/** What a macro is given, as far as its brackets go. */
function bracketed(state: string, ...others: readonly Rule[]): readonly Rule[] {
  return [rule(/[([{]/, "p", state), rule(/[)\]}]/, "p", "^"), ...others, boolean, ...main, rule(/[\s\S]/, "")];
}

const variable = rule(/\$[\p{L}_][\p{L}\p{N}_]*(?::[\p{L}_]+)?|\$/u, "nv");

export const rust: Lexer = {
  states: {
    root: main,
    attribute: [rule(/\]/, "nd", "^"), ...blanks, ...comments, ...literals, boolean, rule(/\w+|[(),:=]/, "nd")],
    rulesHead: [rule(/[([{]/, "p", ["^", "rules"]), variable, ...main],
    rules: bracketed("rules", variable),
    invoked: [...blanks, rule(/[([{]/, "p", ["^", "macro"]), rule(/(?:)/, "", "^")],
    macro: bracketed("macro"),
    string: [rule(/"/, "s", "^"), rule(new RegExp(escapes), "se"), rule(/\\/, "err"), rule(/[^"\\]+/, "s")],
    comment: comment("cm", "comment"),
    documentation: comment("cd", "documentation"),
  },
};

/** Comments may have others in them. */
function comment(token: string, state: string): readonly Rule[] {
  return [rule(/\/\*/, token, state), rule(/\*\//, token, "^"), rule(/[^*/]+|[*/]/, token)];
}
