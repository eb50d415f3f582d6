import { RubyTime } from "./time.js";

/** Ruby's `<=>`: undefined for values that cannot be compared. */
export function compareRuby(a: unknown, b: unknown): number | undefined {
  if ((a ?? null) === null && (b ?? null) === null) return 0;
  if (a instanceof RubyTime && b instanceof RubyTime) return Math.sign(a.instant - b.instant);
  if (isNumber(a) && isNumber(b)) return Math.sign(Number(a) - Number(b));
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  return a === b ? 0 : undefined;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || value instanceof Number;
}
