import { toValue } from "liquidjs";
import { dividedBy, minus, plus, rounded, times } from "../../../lib/ruby/decimal.js";
import { floatOf, isFloat } from "../../../lib/ruby/float.js";
import { RubyTime } from "../../../lib/ruby/time.js";
import type { Filters } from "./urls.js";

/** A number as Ruby has it: floats stay floats, and integers are divided as integers. */
interface RubyNumber {
  readonly value: number;
  readonly float: boolean;
}

/** How LiquidJS hands over the text of a filter's arguments, where `2.0` is told from `2`. */
interface Call {
  readonly token?: { readonly args?: readonly unknown[] };
}

/** Filters that calculate. */
export const numberFilters: Filters = {
  plus: calculation(plus),
  minus: calculation(minus),
  times: calculation(times),
  divided_by: calculation((a, b, float) => (float ? dividedBy(a, b) : Math.floor(a / divisor(b)))),
  modulo: calculation((a, b, float) => modulo(a, float ? b : divisor(b))),
  at_least: calculation((a, b) => Math.max(a, b)),
  at_most: calculation((a, b) => Math.min(a, b)),
  abs: (value: unknown) => shown({ ...numberOf(value), value: Math.abs(numberOf(value).value) }),
  ceil: (value: unknown) => Math.ceil(numberOf(value).value),
  floor: (value: unknown) => Math.floor(numberOf(value).value),
  round: (input: unknown, digits?: unknown) => {
    const { value: number, float } = numberOf(input);
    const places = digits === undefined ? 0 : Math.trunc(numberOf(digits).value);
    const value = rounded(number, places);
    return places > 0 && float ? shown({ value, float: true }) : value;
  },
  to_integer: (input: unknown) => {
    const value = toValue(input);
    if (typeof value === "boolean") return Number(value);
    return Number.parseInt(String(value ?? 0), 10) || 0;
  },
};

function calculation(calculate: (a: number, b: number, float: boolean) => number) {
  return function (this: Call, left: unknown, right: unknown): unknown {
    const a = numberOf(left);
    const b = numberOf(right);
    const float = a.float || b.float || isWrittenAsFloat(this.token?.args?.[0]);
    return shown({ value: calculate(a.value, b.value, float), float });
  };
}

/** Never `-0`, which JavaScript would print as `0` and calculate with as something else. */
const modulo = (a: number, b: number): number => minus(a, times(b, Math.floor(dividedBy(a, b))));

function divisor(value: number): number {
  if (value === 0) throw new Error("Liquid error: divided by 0");
  return value;
}

function shown({ value, float }: RubyNumber): unknown {
  return float ? floatOf(value) : value;
}

/** Text that begins like a number is that number, everything else is 0. */
function numberOf(input: unknown): RubyNumber {
  const value = toValue(input);
  if (typeof value === "number" || value instanceof Number) return { value: Number(value), float: isFloat(value) };
  // A time is 0 like everything else that is no text.
  const text = value instanceof RubyTime ? "" : String(value ?? "").trim();
  if (/^-?\d+\.\d+$/.test(text)) return { value: Number(text), float: true };
  return { value: Number.parseInt(text, 10) || 0, float: false };
}

function isWrittenAsFloat(token: unknown): boolean {
  const text = (token as { getText?: () => string } | undefined)?.getText?.();
  return text !== undefined && /^-?\d+\.\d+$/.test(text);
}
