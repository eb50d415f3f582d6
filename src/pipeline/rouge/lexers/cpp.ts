import { type Lexer, type Rule, rule, ruleFor, words } from "../lexer.js";
import { functionRule, inner, space, vocabulary } from "./c.js";

const keywords =
  words(`alignas alignof asm catch char8_t concept consteval constexpr constinit const_cast co_await co_return
co_yield decltype delete dynamic_cast explicit export final friend mutable namespace new noexcept operator override private
protected public reinterpret_cast requires restrict static_assert static_cast template this thread_local throw throws try typeid
typename using`);

const tokens: ReadonlyMap<string, string> = new Map([
  ...vocabulary,
  ...[...keywords].map((word): [string, string] => [word, "k"]),
  ...[
    ...words(
      "__event __interface __multiple_inheritance __single_inheritance __super __uuidof __virtual_inheritance naked",
    ),
  ].map((word): [string, string] => [word, "kr"]),
  ["bool", "kt"],
  ["nullptr", "nb"],
]);

const digits = "\\d(?:'?\\d)*";

const code: readonly Rule[] = [
  ...space,
  rule(/(?:u8|[LUu])?R"(\w*)\([\s\S]{0,20000}?\)\1"/, "s"),
  rule(/(?:u8|[LUu])?"/, "s", "string"),
  rule(/(?:u8|[LU])?'(?:\\(?:[0-7]{1,3}|x[\da-fA-F]{1,2}|[^\n])|[^\\'\n])'/, "sc"),
  rule(new RegExp(`${digits}(?:\\.${digits})?(?:[mun]?s|min|[hdy]|il?|if)\\b`), "mx"),
  rule(new RegExp(`(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})e[-+]?\\d+`, "i"), "mf"),
  rule(new RegExp(`${digits}\\.(?:${digits})?|\\.${digits}`), "mf"),
  rule(/0x[\da-f](?:'?[\da-f])*[lu]*/i, "mh"),
  rule(/0b[01](?:'?[01])*/i, "mb"),
  rule(/0(?:'?[0-7])+(?![89])[lu]*/i, "mo"),
  rule(new RegExp(`${digits}[lu]*`, "i"), "mi"),
  rule(/(?:class|struct)\b/, "k", "class"),
  rule(/template\b/, "k", "template"),
  rule(/case\b/, "k", "case"),
  ruleFor(/[a-zA-Z_]\w*/, ([word], lexing) => lexing.emit(tokens.get(word) ?? "n", word)),
  rule(/[-+*/%=<>!&|^~?:]/, "o"),
  rule(/[()[\]{},.;]/, "p"),
];

/** What stands before the name of a function. */
const types: Lexer = { states: { root: code, ...inner } };

export const cpp: Lexer = {
  states: {
    root: [
      rule(/(?<=(?<![\s\S])[ \t]*)[a-zA-Z_]\w*:(?!:)/, "nl"),
      functionRule(types),
      rule(/\{/, "p", "block"),
      ...code,
    ],
    parameters: [rule(/\{/, "p", ["^", "block"]), rule(/;/, "p", "^"), ...code],
    /** Behind the first brace, to the end of the text. */
    block: [rule(/(?<=^[ \t]*)[a-zA-Z_]\w*:(?!:)/, "nl"), ...code],
    class: [...space, rule(/\.\.\./, "o"), rule(/[a-zA-Z_]\w*/, "nc", "^"), rule(/(?:)/, "", "^")],
    template: [rule(/->/, "o"), rule(/>/, "p", "^"), rule(/typename\b/, "k", "class"), ...code],
    case: [rule(/::/, "o"), rule(/:/, "p", "^"), ...code],
    ...inner,
  },
};
