/** `File.fnmatch?` without flags: `*` and `?` match a slash, too, but no dot at the start of the name. */
export function fnmatch(pattern: string, path: string): boolean {
  return compile(pattern).test(path);
}

const compiled = new Map<string, RegExp>();

function compile(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern.replace(/\\(.)|\*+|\?|\[[^\]]+\]|[.+^${}()|[\]\\]/gs, (part, escaped?: string) => {
    if (escaped !== undefined) return escapeCharacter(escaped);
    if (part.startsWith("*")) return ".*";
    if (part === "?") return ".";
    if (part.length > 1) return part.replace(/^\[!/, "[^");
    return escapeCharacter(part);
  });
  const regexp = new RegExp(`^${source}$`, "s");
  compiled.set(pattern, regexp);
  return regexp;
}

const escapeCharacter = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
