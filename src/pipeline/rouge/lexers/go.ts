import { type Lexer, rule, ruleFor, words } from "../lexer.js";

const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words(`break case chan const continue default defer else fallthrough for func go goto if import interface map package
range return select struct switch type var`),
    nb: words("append cap close complex copy delete imag len make new panic print println real recover"),
    kt: words(`bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16
uint32 uint64 uintptr`),
    no: words("false iota nil true"),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);

const escaped = /\\(?:[abfnrtv\\'"]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/;

export const go: Lexer = {
  states: {
    root: [
      rule(/\s+/, ""),
      rule(/\/\/[^\n]*|\/\*[\s\S]*?\*\//, "c"),
      ruleFor(/[\p{L}_][\p{L}\p{Nd}_]*/u, ([word], { emit }) => emit(tokens.get(word) ?? "n", word)),
      rule(/(?:\d+\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+|\.\d+(?:e[-+]?\d+)?|\d+(?=i))i?/i, "m"),
      rule(/0x[\da-f]+/i, "m"),
      rule(/\d+/, "m"),
      rule(new RegExp(`'(?:[^\\n]|${escaped.source})'`, "u"), "sc"),
      rule(/`[^`]*`?/, "s"),
      rule(/"/, "s", "string"),
      rule(/[-+*/%&|^<>=!:.]/, "o"),
      rule(/[()[\]{},;]/, "p"),
    ],
    string: [rule(/"/, "s", "^"), rule(escaped, "se"), rule(/[^"\\]+/, "s"), rule(/\\./, "err")],
  },
};
