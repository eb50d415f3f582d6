/** What a pattern's placeholders stand for in a path: `:name` by name, the `*` at its end as `splat`. */
export type Captured = Readonly<Record<string, string>>;

/** Reads a path pattern of `_headers` and `_redirects`; what it returns matches whole paths, percent-decoded. */
export function pathPattern(pattern: string): (path: string) => Captured | undefined {
  const names: string[] = [];
  const source = safeDecode(pattern)
    .replace(/\/+$/, "")
    .split("/")
    .map((segment, index, { length }) => {
      if (segment === "*" && index === length - 1) return name(names, "splat", "(.*)");
      const placeholder = /^:([a-z_]\w*)$/i.exec(segment)?.[1];
      return placeholder ? name(names, placeholder, "([^/]+)") : segment.split("*").map(literal).join("[^/]*");
    })
    .join("/")
    // `/a/*` is `/a`, too.
    .replace(/\/\(\.\*\)$/, "(?:/(.*))?");
  const expression = new RegExp(`^${source}/?$`, "su");
  return (path) => {
    const match = expression.exec(path);
    return match ? Object.fromEntries(names.map((key, index) => [key, match[index + 1] ?? ""])) : undefined;
  };
}

function name(names: string[], key: string, source: string): string {
  names.push(key);
  return source;
}

/** A hyphen must not be escaped under the flag `u`. */
const literal = (text: string) => text.replace(/[\\^$.|?+()[\]{}/]/g, "\\$&");

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
