import { type Context, Drop, defaultOperators, toValue, toValueSync } from "liquidjs";
import { compareRuby, incomparable } from "../../lib/ruby/compare.js";
import { hasKey, keysOf } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { TextDrop } from "./drops/text-drop.js";
import { NO_OPERATOR } from "./lax/condition.js";
import { isEmptyLiteral, printed } from "./values.js";

type Operator = (left: unknown, right: unknown, context: Context) => unknown;

/** Liquid's operators as Ruby has them: nothing is `blank`, and what cannot be compared is an error. */
export const rubyOperators = {
  ...defaultOperators,
  "==": isEqual,
  "!=": (left: unknown, right: unknown) => !isEqual(left, right),
  "<": ordered((order) => order < 0),
  ">": ordered((order) => order > 0),
  "<=": ordered((order) => order <= 0),
  ">=": ordered((order) => order >= 0),
  contains,
  [NO_OPERATOR]: (_left: unknown, name: unknown): never => {
    throw new Error(`Liquid error: Unknown operator ${name}`);
  },
} as typeof defaultOperators;

function isEqual(left: unknown, right: unknown): boolean {
  if (isEmptyLiteral(left)) return isEmptyAs(left, right);
  if (isEmptyLiteral(right)) return isEmptyAs(right, left);
  return areSame(toValue(left), toValue(right));
}

/** Whether a value is `empty`; Ruby's values know no `blank?`, which is what equals `false` here. */
function isEmptyAs(literal: unknown, value: unknown): boolean {
  if (toValueSync((literal as { equals(other: unknown): unknown }).equals(false)) || isEmptyLiteral(value))
    return false;
  const plain = toValue(value) as unknown;
  if (typeof plain === "string" || Array.isArray(plain)) return plain.length === 0;
  return isPlainHash(plain) && keysOf(plain).length === 0;
}

/** Ruby's `==`. */
function areSame(left: unknown, right: unknown): boolean {
  if ((left ?? null) === null || (right ?? null) === null) return (left ?? null) === (right ?? null);
  if (left instanceof TextDrop) return left.equals(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((element, index) => areSame(element, right[index]));
  if (isPlainHash(left) && isPlainHash(right)) return haveSame(left, right);
  return left === right || compareRuby(left, right) === 0;
}

function haveSame(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && areSame(left[key], right[key]));
}

/** Lists, hashes, booleans and nothing have no order: comparing them is false. */
function ordered(holds: (order: number) => boolean): Operator {
  return (left, right) => {
    const [a, b] = [toValue(left) as unknown, toValue(right) as unknown];
    if (!hasOrder(a) || !hasOrder(b)) return false;
    const order = compareRuby(a, b);
    if (order === undefined) throw new Error(`Liquid error: ${incomparable(a, b)}`);
    return holds(order);
  };
}

function hasOrder(value: unknown): boolean {
  if ((value ?? null) === null || typeof value === "boolean" || Array.isArray(value)) return false;
  return !isPlainHash(value) && !(value instanceof Drop);
}

/** LiquidJS knows no hash that contains a key. */
function* contains(left: unknown, right: unknown, context: Context): Generator<unknown, boolean, unknown> {
  const value = left instanceof Drop ? left.valueOf() : left;
  if (isPlainHash(value)) return hasKey(value, typeof right === "number" ? right : printed(right));
  if (typeof value === "string") return value.includes(printed(right));
  return (yield defaultOperators.contains!(left, right, context)) as boolean;
}
