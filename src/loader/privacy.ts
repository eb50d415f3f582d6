import { normalizeKey } from "./keys.js";
import { isList, isMap, mapOf, type Value } from "./value.js";

const privateKeys = new Set(["email", "emails", "mail", "authoremail", "commentauthoremail", "password"]);

/**
 * A value without the e-mail addresses that exports put into front matter, so that no layout or feed can publish them.
 * Undefined when nothing is left.
 */
export function withoutEmails(key: string, value: Value): Value | undefined {
  if (privateKeys.has(normalizeKey(key))) return undefined;
  if (isList(value)) return value.map((child) => withoutEmails("", child)).filter((child) => child !== undefined);
  if (isMap(value)) {
    const kept = Object.entries(value).map(([name, child]) => [name, withoutEmails(name, child)] as const);
    return mapOf(kept.filter((pair): pair is readonly [string, Value] => pair[1] !== undefined));
  }
  const isAddress = typeof value === "string" && value.length < 320 && /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(value);
  return isAddress ? undefined : value;
}
