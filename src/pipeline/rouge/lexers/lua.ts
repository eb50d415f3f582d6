import { type Lexer, rule, ruleFor, words } from "../lexer.js";

const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words("break do else elseif end for if in repeat return then until while"),
    kc: words("false nil true"),
    kd: words("local"),
    ow: words("and not or"),
    nb: words(`assert collectgarbage dofile error getmetatable ipairs load loadfile lua_cpath lua_ok lua_path lua_yield next pairs pcall print rawequal rawget
rawlen rawset require select setmetatable tonumber tostring type xpcall`),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);

/** What the libraries of Lua 5.3 have, and nobody else: `string.format` is one name. */
const libraries: ReadonlySet<string> = new Set(
  Object.entries({
    coroutine: "create isyieldable resume running status wrap yield",
    debug: `debug gethook getinfo getlocal getmetatable getregistry getupvalue getuservalue sethook setlocal setmetatable
setupvalue setuservalue traceback upvalueid upvaluejoin`,
    io: "close flush input lines open output popen read stderr stdin stdout tmpfile type write",
    math: `abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min mininteger modf pi rad random
randomseed sin sqrt tan tointeger type ult`,
    os: "clock date difftime execute exit getenv remove rename setlocale time tmpname",
    package: "config cpath loaded loadlib path preload searchers searchpath",
    string: "byte char dump find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper",
    table: "concat insert move pack remove sort unpack",
    utf8: "char charpattern codepoint codes len offset",
  }).flatMap(([library, names]) => [...words(names)].map((name) => `${library}.${name}`)),
);

const name = "[a-zA-Z_]\\w*";

export const lua: Lexer = {
  states: {
    // Only the first line can name the program.
    root: [rule(/#!.*/, "cp", "code"), rule(/(?:)/, "", "code")],
    code: [
      rule(/--\[(=*)\[[\s\S]{0,20000}?\]\1\]/, "cm"),
      rule(/--.*/, "c1"),
      rule(/\s+/, ""),
      rule(/0x[\da-f]*/i, "mh"),
      rule(/\d+e[-+]?\d+/i, "mf"),
      rule(/\d+/, "mi"),
      rule(/\[(=*)\[[\s\S]{0,20000}?\]\1\]/, "s"),
      rule(/==|~=|<=|>=|\.{2,3}|[-=+*/%^<>#]/, "o"),
      rule(/[[\]{}().,:;]/, "p"),
      rule(/function\b/, "k", "function"),
      ruleFor(new RegExp(`(${name})(?:(\\.)(${name}))?`), ([text, first, dot, second], { emit, move }) => {
        if (text === "gsub") move("gsub");
        if (text === "gsub" || libraries.has(text)) emit("nb", text);
        else {
          const token = tokens.get(first!);
          emit(dot === undefined || token !== "nb" ? (token ?? "n") : "n", first!);
          emit("p", dot ?? "");
          emit("n", second ?? "");
        }
      }),
      rule(/"/, "s2", "double"),
      rule(/'/, "s1", "single"),
    ],
    function: [
      rule(/\s+/, ""),
      rule(new RegExp(`(?:(${name})(\\.))?(${name})`), ["nc", "p", "nf"], "^"),
      rule(/\(/, "p", "^"),
    ],
    // What `gsub` is given, as far as Rouge understands it: patterns in double quotes.
    gsub: [
      rule(/\)/, "p", "^"),
      rule(/[(,]/, "p"),
      rule(/\s+/, ""),
      rule(/"/, "sr", "pattern"),
      rule(/[^(),\s"]+/, "err"),
    ],
    pattern: [
      rule(/"/, "sr", "^"),
      rule(/\\.|[?()]|\{\d+(?:,\d+)?\}/, "se"),
      rule(/\[\^?/, "se", "set"),
      rule(/\n/, "err"),
      rule(/[^"\\]/, "sr"),
    ],
    set: [
      rule(/\]/, "se", "^"),
      rule(/(\\)(.)/, ["se", "sr"]),
      rule(/\//, "se"),
      rule(/\n/, "err"),
      rule(/[^\]\\/\n]+/, "sr"),
    ],
    // Escapes count only where a string begins.
    double: [rule(/\\(?:[abfnrtv\\"']|\d{1,3})/, "se"), rule(/"/, "s2", "^"), rule(/[^"]+/, "s2")],
    single: [rule(/\\(?:[abfnrtv\\"']|\d{1,3})/, "se"), rule(/'/, "s1", "^"), rule(/[^']+/, "s1")],
  },
};
