import { pathPattern } from "./path-pattern.js";

/** The headers that a `_headers` file sets for a path (percent-decoded). */
export type HeadersOf = (path: string) => Readonly<Record<string, string>>;

interface Rule {
  readonly matches: ReturnType<typeof pathPattern>;
  readonly headers: (readonly [name: string, value: string])[];
}

/** Reads `_headers` as Netlify and Cloudflare do: a path pattern on a line, the headers indented below it. */
export function readHeadersFile(text: string): HeadersOf {
  const rules: Rule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (/^\S/.test(line))
      rules.push({ matches: pathPattern(line.trim().replace(/^https?:\/\/[^/]+/, "")), headers: [] });
    else addHeader(rules.at(-1), line);
  }
  return (path) => {
    const headers: Record<string, string> = {};
    for (const rule of rules) {
      if (!rule.matches(path)) continue;
      for (const [name, value] of rule.headers) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
    return headers;
  };
}

/** What is no header is passed over, as hosts do. */
function addHeader(rule: Rule | undefined, line: string): void {
  const match = /^\s+([\w-]+)\s*:\s*([\t\x20-\x7e]*)$/.exec(line);
  if (rule && match) rule.headers.push([match[1]!.toLowerCase(), match[2]!.trim()]);
}
