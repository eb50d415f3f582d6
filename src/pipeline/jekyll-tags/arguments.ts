/** What follows the name of a tag, taken apart. */
export interface TagArguments {
  /** Words and quoted strings in their order. */
  readonly words: readonly string[];
  /** `key="value"`, `key=value` and `key: "value"`; keys in lower case. */
  readonly named: ReadonlyMap<string, string>;
}

const argument = /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|((?!\/\/)[^\s"',]+))|"([^"]*)"|'([^']*)'|([^\s,]+)/g;

export function readArguments(text: string): TagArguments {
  const words: string[] = [];
  const named = new Map<string, string>();
  for (const [, key, double, single, bare, quoted, quotedToo, word] of text.matchAll(argument)) {
    if (key !== undefined) named.set(key.toLowerCase(), double ?? single ?? bare ?? "");
    else words.push(quoted ?? quotedToo ?? word ?? "");
  }
  return { words, named };
}

/** The first of the names that has a value. */
export function firstNamed({ named }: TagArguments, ...names: readonly string[]): string | undefined {
  return names.map((name) => named.get(name)).find((value) => value !== undefined && value !== "");
}
