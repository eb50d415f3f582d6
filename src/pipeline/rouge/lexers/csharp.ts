import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";

const keywords =
  words(`abstract add alias as ascending async await base break by case catch checked class const continue default
delegate descending do else enum equals event explicit extern false finally fixed for foreach from get global goto group if
implicit in interface internal into is join let lock nameof namespace new null on operator orderby out override params partial
private protected public readonly ref remove return sealed select set sizeof stackalloc static struct switch this throw true try
typeof unchecked unsafe using value virtual void volatile where while yield`);
const types = words(
  "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var",
);

const blanksAndComments: readonly Rule[] = [rule(/\s+/, ""), rule(/\/\/[^\n]*/, "c1"), rule(/\/\*[\s\S]*?\*\//, "cm")];

const code: readonly Rule[] = [
  rule(/^#[ \t]*(?:define|elif|else|endif|endregion|error|if|line|pragma|region|undef|warning)\b[^\n]*\n/, "cp"),
  ...blanksAndComments,
  rule(/\$"/, "s", "interpolated"),
  rule(/\$@"/, "s", "verbatim"),
  rule(/@"(?:""|[^"])*"/, "s"),
  rule(/"(?:\\[^\n]|[^"\\\n])*\\?["\n]/, "s"),
  rule(/'(?:\\[^\n]|[^\\\n])'/, "sc"),
  rule(/0x[\da-f]+[lu]?/i, "m"),
  rule(/\d+(?:\.\d*)?(?:(?<=\.\d+)e[-+]?\d+)?[dflu]?/i, "m"),
  ruleFor(/@?[a-zA-Z_]\w*/, ([word], { emit, move }) => {
    if (types.has(word)) emit("kt", word);
    else if (!keywords.has(word)) return false;
    else {
      emit("k", word);
      if (/^(?:class|struct|interface)$/.test(word)) move("class");
      if (/^(?:using|namespace)$/.test(word)) move("namespace");
    }
    return true;
  }),
  rule(/@?[a-zA-Z_]\w*(?=\s*\()/, "nf"),
  rule(/@?[a-zA-Z_]\w*/, "n"),
  // As Rouge has it, wherever it stands: behind `List<int[`, too.
  rule(/\]>/, "k"),
  rule(/[-~!%^&*()+=|[\]{}:;,.<>?/]/, "p"),
];

export const csharp: Lexer = {
  states: {
    root: code,
    class: [...blanksAndComments, rule(/@?[a-zA-Z_]\w*/, "nc", "^")],
    namespace: [...blanksAndComments, rule(/(?=\()/, "", "^"), rule(/@?[a-zA-Z_][\w.]*/, "nn", "^")],
    interpolated: [rule(/["\n]/, "s", "^"), rule(/\{/, "p", "interpolation"), rule(/(?:\\[^\n]|[^"{\\\n])+|\\/, "s")],
    verbatim: [
      rule(/""/, "s"),
      rule(/"/, "s", "^"),
      rule(/\{/, "p", "interpolation"),
      rule(/[^"{\n]+/, "s"),
      rule(/\n/, "err"),
    ],
    interpolation: [rule(/\{/, "p", "interpolation"), rule(/\}/, "p", "^"), ...code],
  },
};
