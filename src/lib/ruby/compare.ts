import { inspect } from "./inspect.js";
import { RubyTime } from "./time.js";

/** Ruby's `<=>`: undefined for values that cannot be compared. */
export function compareRuby(a: unknown, b: unknown): number | undefined {
  if ((a ?? null) === null && (b ?? null) === null) return 0;
  if (a instanceof RubyTime && b instanceof RubyTime) return Math.sign(a.instant - b.instant);
  if (isNumber(a) && isNumber(b)) return Math.sign(Number(a) - Number(b));
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  return a === b ? 0 : undefined;
}

/** Element by element; of two that begin alike the shorter one is first. */
function compareLists(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareRuby(a[index], b[index]);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || value instanceof Number;
}

/** What Ruby says of two values that have no order. */
export function incomparable(a: unknown, b: unknown): string {
  return `comparison of ${className(a)} with ${isSpecial(b) ? inspect(b) : className(b)} failed`;
}

/** Values that Ruby shows in this message, not their class. */
function isSpecial(value: unknown): boolean {
  return (value ?? null) === null || typeof value === "boolean" || typeof value === "number" || value instanceof Number;
}

function className(value: unknown): string {
  if ((value ?? null) === null) return "NilClass";
  if (typeof value === "boolean") return value ? "TrueClass" : "FalseClass";
  if (isNumber(value)) return typeof value === "number" && Number.isInteger(value) ? "Integer" : "Float";
  if (value instanceof RubyTime) return value.day ? "Date" : "Time";
  if (Array.isArray(value)) return "Array";
  return typeof value === "string" ? "String" : "Hash";
}
