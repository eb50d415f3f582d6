import { printed } from "../values.js";
import type { Filters } from "./urls.js";

/** Ruby's `gsub` and `sub` with a text to look for: what stands in its place knows backslashes. */
export const replaceFilters: Filters = {
  replace: (value: unknown, sought: unknown, put: unknown = "") =>
    replaced(printed(value), printed(sought), printed(put), Number.POSITIVE_INFINITY),
  replace_first: (value: unknown, sought: unknown, put: unknown = "") =>
    replaced(printed(value), printed(sought), printed(put), 1),
};

function replaced(text: string, sought: string, put: string, times: number): string {
  const parts: string[] = [];
  let at = 0;
  for (let count = 0; count < times; count += 1) {
    // Nothing is found between any two characters, and once at the end.
    const from = sought === "" && count > 0 ? at + 1 : at;
    const found = from > text.length ? -1 : text.indexOf(sought, from);
    if (found < 0) break;
    parts.push(text.slice(at, found), expanded(put, text, found, sought));
    at = found + sought.length;
  }
  return parts.join("") + text.slice(at);
}

/** `\0` and `\&` are what was found, `` \` `` and `\'` what is around it, `\1` is a group that there is none of. */
function expanded(put: string, text: string, found: number, sought: string): string {
  if (!put.includes("\\")) return put;
  return put.replace(/\\([\\\d&`'])/g, (_, sign: string) => {
    if (sign === "\\") return "\\";
    if (sign === "0" || sign === "&") return sought;
    if (sign === "`") return text.slice(0, found);
    return sign === "'" ? text.slice(found + sought.length) : "";
  });
}
