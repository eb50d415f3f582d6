/**
 * A value of the front matter. Plain `true` and `false` are booleans, and a plain number is a number only if its digits
 * survive the trip (`108845412` does, `0123`, `1.10` and twenty digits do not); dates and all else stay the text that was
 * written.
 */
export type Value = string | number | boolean | null | readonly Value[] | ValueMap;

/** Without a prototype, so that no key of a post (`constructor`, `toString`) means anything by itself. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A key of the front matter with its place in the file (1-based). */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  readonly line: number;
  readonly column: number;
}

/** What an unquoted scalar means. */
export function plainValue(text: string): string | number | boolean | null {
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
  }
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 45;
  return mayBeNumber && text.length < 18 && String(Number(text)) === text ? Number(text) : text;
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A map of the given pairs; the last of equal keys wins, and `__proto__` is left out: it is only ever an attack. */
export function mapOf(pairs: Iterable<readonly [string, Value]>): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  for (const [key, value] of pairs) if (key !== "__proto__") map[key] = value;
  return map;
}
