import { encodePath } from "../model/segment.js";
import { type Captured, pathPattern } from "./path-pattern.js";

export interface Redirect {
  readonly status: number;
  /** A URL of the web, or a path, percent-encoded; with status 200 or 404 the file to be shown in its stead. */
  readonly to: string;
  /** Also where there is a file. */
  readonly isForced: boolean;
}

/** The first rule of a `_redirects` file that fits a path (percent-decoded). */
export type RedirectOf = (path: string) => Redirect | undefined;

interface Rule {
  readonly matches: ReturnType<typeof pathPattern>;
  readonly to: string;
  readonly status: number;
  readonly isForced: boolean;
}

/** Reads `_redirects` as Netlify does: `from to [status][!]`; rules with conditions need a host that knows countries and the like. */
export function readRedirectsFile(text: string): RedirectOf {
  const rules = text.split(/\r?\n/).flatMap(readRule);
  return (path) => {
    for (const { matches, to, status, isForced } of rules) {
      const captured = matches(path);
      if (captured) return { status, isForced, to: fill(to, captured) };
    }
    return undefined;
  };
}

function readRule(line: string): Rule[] {
  const words = line
    .replace(/(^|\s)#.*$/, "")
    .trim()
    .split(/\s+/);
  const [from, to, status = "301", ...conditions] = words;
  const parsed = /^(\d{3})(!?)$/.exec(status);
  if (!from?.startsWith("/") || to === undefined || !/^(?:\/|https?:\/\/)/.test(to) || !parsed || conditions.length > 0)
    return [];
  return [{ matches: pathPattern(from), to, status: Number(parsed[1]), isForced: parsed[2] === "!" }];
}

function fill(to: string, captured: Captured): string {
  return to.replace(/(?<=\/):([a-z_]\w*)/gi, (whole, name: string) =>
    Object.hasOwn(captured, name) ? encodePath(captured[name]!) : whole,
  );
}
