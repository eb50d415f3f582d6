const command =
  /\\(?:(?:re|provide)?newcommand|[gex]?def|DeclareMathOperator)\*?\s*(?:\{\s*(\\[a-zA-Z]+)\s*\}|(\\[a-zA-Z]+))/g;

/** A command that a formula defines, and the TeX that defines it. */
export interface Definition {
  /** With its backslash. */
  readonly name: string;
  readonly tex: string;
}

/** The commands that a formula defines. */
export function definitionsIn(tex: string): readonly Definition[] {
  return [...tex.matchAll(command)].flatMap((match) => {
    const end = endOfBody(tex, match.index + match[0].length);
    const name = match[1] ?? match[2]!;
    return end === undefined ? [] : [{ name, tex: tex.slice(match.index, end) }];
  });
}

/** The end of the braces that follow the name and its arguments (`[2]`, `#1#2`). */
function endOfBody(tex: string, from: number): number | undefined {
  const open = tex.indexOf("{", from);
  if (open < 0 || !/^[\s#\d[\]]*$/.test(tex.slice(from, open))) return undefined;
  let depth = 0;
  for (let at = open; at < tex.length; at += 1) {
    if (tex[at] === "\\") at += 1;
    else if (tex[at] === "{") depth += 1;
    else if (tex[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** The commands that a formula uses. */
export function commandsIn(tex: string): ReadonlySet<string> {
  return new Set(tex.match(/\\[a-zA-Z]+/g));
}
