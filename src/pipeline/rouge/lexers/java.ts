import { type Action, type Lexer, rule, ruleFor, words } from "../lexer.js";

const statements = `assert break case catch continue default do else finally for goto if instanceof new return switch this
throw try while`;

const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words(statements),
    kd: words(`abstract class const enum extends final implements interface native private protected public static strictfp
super synchronized throws transient volatile`),
    kt: words("boolean byte char double float int long short var void"),
    kc: words("false null true"),
    kn: words("import package"),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);

const type = "[a-zA-Z_][\\w.<>[\\]]{0,200}\\s+";
const method = "([a-zA-Z_]\\w*)(?=\\s*\\()";

/** A method where it is declared: words such as its type, its name and a parenthesis. */
const declaration = new RegExp(`()((?!(?:${[...words(statements)].join("|")})\\b)${type})${method}`);

/** At the begin of a line Rouge takes calls behind statements (`return sum()`) for such. */
const declarationLine = new RegExp(`(\\n[^\\S\\n]*)((?:${type}){1,8}?)${method}`);

const nameMethod: Action = ([, blank = "", types = "", name = ""], lexing) => {
  lexing.emit("", blank);
  lexing.delegate(java, types);
  lexing.emit("nf", name);
};

export const java: Lexer = {
  states: {
    root: [
      rule(/[^\S\n]+/, ""),
      ruleFor(declarationLine, nameMethod),
      rule(/\n/, ""),
      rule(/\/\/[^\n]*/, "c1"),
      rule(/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, "cm"),
      ruleFor(declaration, nameMethod),
      rule(/(package|import)(\s+)([a-zA-Z_][\w.]*\*?)/, ["kn", "", "nn"]),
      rule(/@[a-zA-Z_]\w*/, "nd"),
      rule(/(class|interface)(\s+)(\w+)/, ["kd", "", "nc"]),
      rule(/"(?:\\.|[^"\\])*"/, "s"),
      rule(/'(?:\\u[\da-fA-F]{4}|\\.|[^\\])'/, "sc"),
      rule(/(\.)([a-zA-Z_]\w*)/, ["o", "na"]),
      ruleFor(/(?:\p{Lu}[\p{L}\p{N}_]*|[\p{L}_$][\p{L}\p{N}_$]*):?/u, ([text], lexing) => {
        const word = text.replace(":", "");
        const token = tokens.get(word);
        if (token === undefined) lexing.emit(text === word ? nameOf(word) : "nl", text);
        else {
          lexing.emit(token, word);
          lexing.emit("o", text.slice(word.length));
        }
      }),
      rule(/\d[\d_]*\.\d[\d_]*(?:e\d+)?[fd]?/i, "mf"),
      rule(/0x[\da-fA-F_]+/, "mh"),
      rule(/0b[01_]+/, "mb"),
      rule(/0[0-7_]+/, "mo"),
      rule(/\d[\d_]*L?/, "mi"),
      rule(/[-~^*!%&[\](){}<>|+=:;,./?]/, "o"),
    ],
  },
};

/** Names in capitals are constants, those with one in front classes. */
function nameOf(word: string): string {
  if (/^\p{Lu}[\p{Lu}\d_]*$/u.test(word)) return "no";
  return /^\p{Lu}/u.test(word) ? "nc" : "n";
}
