import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

/** Words by their token, which those of C++ have as well. */
export const vocabulary: readonly (readonly [word: string, token: string])[] = Object.entries({
  k: words(`_Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto break const continue
default do else enum extern for goto if register return sizeof static struct switch typedef union virtual volatile while`),
  kt: words(`DIR FILE _Bool _Complex char char16_t char32_t clock_t div_t double float fpos_t int int16_t int32_t int64_t int8_t
int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t intmax_t intptr_t
jmp_buf ldiv_t long mbstate_t off_t ptrdiff_t short sig_atomic_t signed size_t ssize_t time_t uint16_t uint32_t uint64_t
uint8_t uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t
uintmax_t uintptr_t unsigned va_list void wchar_t wctrans_t wctype_t wint_t`),
  kr: words(`__asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int8 __leave
__restrict __stdcall __thread __try _thread inline restrict thread typename`),
  nb: words("NULL false true"),
}).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token]));

const tokens: ReadonlyMap<string, string> = new Map(vocabulary);

/** Lines of the preprocessor, blanks and comments. */
export const space: readonly Rule[] = [
  rule(/(?<=^[ \t]*)#if[ \t]+0/, "c", "disabled"),
  rule(/(?<=^[ \t]*)#include(?=[ \t]*[<"])/, "cp", "include"),
  rule(/(?<=^[ \t]*)#/, "cp", "macro"),
  rule(/\s+|\\\n/, ""),
  rule(/\/\/[^\n]*/, "c1"),
  rule(/\/\*[\s\S]*?\*\//, "cm"),
  rule(/\*\//, "err"),
];

const statements: readonly Rule[] = [
  rule(/(?:u8|[LUu])?"/, "s", "string"),
  rule(/(?:u8|[LUu])?'(?:\\(?:[0-7]{1,3}|x[\da-fA-F]{1,2}|.)|[^\\'\n])'/, "sc"),
  rule(/(?:\d+(?:\.\d*)?|\.\d+)e[-+]?\d+[lu]*/i, "mf"),
  rule(/0x[\da-f]+[lu]*/i, "mh"),
  rule(/0[0-7]+[lu]*/i, "mo"),
  rule(/\d+[lu]*/i, "mi"),
  rule(/case\b/, "k", "case"),
  ruleFor(/[a-zA-Z_]\w*/, ([word], lexing) => lexing.emit(tokens.get(word) ?? "n", word)),
  rule(/[-+*/%=<>!&|^~?:]/, "o"),
  rule(/[()[\],.;]/, "p"),
];

/** The states of strings and of the preprocessor. */
export const inner: Lexer["states"] = {
  string: [
    rule(/"/, "s", "^"),
    rule(/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, "se"),
    rule(/[^\\"\n]+|\\\n?/, "s"),
    rule(/\n/, "err"),
  ],
  include: [rule(/(\s*)(<[^>\n]+>|"[^"\n]+")([^\n]*)/, ["", "cpf", "c1"]), rule(/\n/, "cp", "^"), rule(/[^\n]+/, "c1")],
  macro: [rule(/\n/, "cp", "^"), rule(/\/\*[\s\S]*?\*\//, "cm"), rule(/[^/\\\n]+|\\\n|[/\\]/, "cp")],
  disabled: [
    rule(/^[ \t]*#[ \t]*(?:else|elif)\b/, "c", "^"),
    rule(/^[ \t]*#[ \t]*endif\b[^\n]*\n?/, "c", "^"),
    rule(/^[ \t]*#[ \t]*if[^\n]*\n?/, "c", "disabled"),
    rule(/[^\n]*\n|[^\n]+/, "c"),
  ],
};

const code: readonly Rule[] = [...space, rule(/(?<=^[ \t]*)[a-zA-Z_]\w*:(?!:)/, "nl"), ...statements];

/** What stands before the name of a function, which is of any words and stars. */
const types: Lexer = { states: { root: code } };

/** The name of a function where it is declared or defined, behind words and stars that are its type. */
export function functionRule(types: Lexer): Rule {
  return ruleFor(
    /([\w*][\w*\s]{0,200}?(?<=[\s*]))([a-zA-Z_]\w*)(?=\s*\([^;]{0,2000}?\)(?:\s|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/)*[{;])/,
    ([, type = "", name = ""], lexing) => {
      lexing.delegate(types, type);
      lexing.emit("nf", name);
      lexing.move("parameters");
    },
  );
}

export const c: Lexer = {
  states: {
    root: [...space, functionRule(types), rule(/\{/, "p", "block"), ...statements],
    /** Behind the name of a function, up to its body or the end of its declaration. */
    parameters: [rule(/\{/, "p", ["^", "block"]), rule(/;/, "p", "^"), ...code],
    block: [rule(/\{/, "p", "block"), rule(/\}/, "p", "^"), ...code],
    case: [rule(/:/, "p", "^"), ...code],
    ...inner,
  },
};
