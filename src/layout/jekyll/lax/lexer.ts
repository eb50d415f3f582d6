/** A piece of what stands between the braces of a tag or an output, named as Ruby's Liquid names it in messages. */
export interface MarkupToken {
  readonly type: string;
  readonly text: string;
}

/** Markup that Ruby's Liquid does not take. */
export class MarkupError extends Error {}

const signs: Readonly<Record<string, string>> = {
  "|": "pipe",
  ".": "dot",
  ":": "colon",
  ",": "comma",
  "[": "open_square",
  "]": "close_square",
  "(": "open_round",
  ")": "close_round",
  "?": "question",
  "-": "dash",
};

const token =
  /\s*(?:(?<comparison>==|!=|<>|<=?|>=?|contains(?=\s))|(?<string>'[^']*'|"[^"]*")|(?<number>-?\d+(?:\.\d+)?)|(?<id>[a-zA-Z_][\w-]*\??)|(?<dotdot>\.\.)|(?<sign>[|.:,[\]()?-]))/y;

/** Cuts markup into tokens, `end_of_string` last. Throws a `MarkupError` for a character that none begins with. */
export function tokensOf(markup: string): readonly MarkupToken[] {
  const tokens: MarkupToken[] = [];
  const text = markup.trimEnd();
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    if (!groups) throw new MarkupError(`Unexpected character ${text.slice(at).trimStart()[0]}`);
    const [name, found] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    tokens.push({ type: name === "sign" ? signs[found!]! : name, text: found! });
  }
  return [...tokens, { type: "end_of_string", text: "" }];
}
