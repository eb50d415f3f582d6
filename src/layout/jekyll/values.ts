import { type Context, Drop, toValue } from "liquidjs";
import { RubyFloat } from "../../lib/ruby/float.js";
import { pairsOf, valuesOf } from "../../lib/ruby/hash.js";
import { inspect, isPlainHash, toRubyText } from "../../lib/ruby/inspect.js";
import { RubyTime } from "../../lib/ruby/time.js";
import { Range } from "../direct/range.js";
import { entries, HashDrop, links } from "./drops/hash-drop.js";

/** The property of an element of a list: with dots in its name, of what is within. */
export function propertyOf(element: unknown, name: string): unknown {
  if (element instanceof HashDrop || isPlainHash(element)) {
    const direct = read(element, name);
    if (direct !== undefined || !name.includes(".")) return direct;
    return name.split(".").reduce<unknown>(read, element);
  }
  return undefined;
}

function read(from: unknown, key: string): unknown {
  if (from instanceof HashDrop) return from.liquidMethodMissing(key);
  return isPlainHash(from) && Object.hasOwn(from, key) ? from[key] : undefined;
}

/** Numbers that were written as text are numbers when things are sorted or looked for. */
export function sortable(value: unknown): unknown {
  const text = typeof value === "string" ? value : undefined;
  return text !== undefined && /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : value;
}

/** A list as Ruby's array filters take it: of a hash its values; undefined for what is no list. */
export function listOf(input: unknown): unknown[] | undefined {
  const value = toValue(input);
  if (Array.isArray(value)) return value;
  return isPlainHash(value) ? valuesOf(value) : undefined;
}

/** Liquid's `nil`, `empty` and `blank` come as drops. */
export function isEmptyLiteral(value: unknown): boolean {
  return value instanceof Drop && !(value instanceof HashDrop) && toValue(value) === "";
}

/** JSON as Ruby writes it. A document within a document comes without its neighbours, which would have no end. */
export function toJson(value: unknown, depth = 0): string {
  const plain = toValue(value);
  if (plain === undefined || plain === null) return "null";
  if (plain instanceof RubyFloat) return plain.toString();
  if (plain instanceof RubyTime) return JSON.stringify(plain.toString());
  if (plain instanceof Range) return JSON.stringify(printed(plain));
  if (Array.isArray(plain)) return `[${plain.map((element) => toJson(element, depth + 1)).join(",")}]`;
  if (plain instanceof HashDrop) return jsonOfDrop(plain, depth);
  if (!isPlainHash(plain)) return JSON.stringify(plain) ?? "null";
  const pairs = pairsOf(plain).map(([key, inner]) => `${JSON.stringify(String(key))}:${toJson(inner, depth + 1)}`);
  return `{${pairs.join(",")}}`;
}

function jsonOfDrop(drop: HashDrop, depth: number): string {
  const pairs = drop[entries]().map((key) => {
    const value = drop.liquidMethodMissing(key);
    const isNeighbour = depth >= 2 && (key === "next" || key === "previous") && value instanceof HashDrop;
    const json = isNeighbour ? jsonWithoutLinks(value, depth + 1) : toJson(value, depth + 1);
    return `${JSON.stringify(key)}:${json}`;
  });
  return `{${pairs.join(",")}}`;
}

function jsonWithoutLinks(drop: HashDrop, depth: number): string {
  const keys = drop[entries]().filter((key) => !links.includes(key));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${toJson(drop.liquidMethodMissing(key), depth)}`).join(",")}}`;
}

/** JSON as Ruby's `pretty_generate` sets it, out of JSON without blanks. */
export function prettyJson(json: string): string {
  let depth = 0;
  const line = (): string => `\n${"  ".repeat(depth)}`;
  return json.replace(/"(?:\\.|[^"\\])*"|\[\]|\{\}|[[\]{},:]/g, (sign) => {
    if (sign === "[]") return `[\n${line()}]`;
    if (sign === "{}") return `{${line()}}`;
    if (sign === "]" || sign === "}") depth -= 1;
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === ":") return ": ";
    if (sign === "]" || sign === "}") return line() + sign;
    return "[{,".includes(sign) ? sign + line() : sign;
  });
}

/** The text that Liquid prints for a value. */
export function printed(value: unknown): string {
  const plain = value instanceof HashDrop ? value : toValue(value);
  if (plain instanceof HashDrop) return String(plain);
  if (plain instanceof Range) return `${plain.first}..${plain.last}`;
  return Array.isArray(plain) ? plain.map(printed).join("") : toRubyText(plain);
}

/** Ruby's `to_s`, which of a list is what `inspect` writes. */
export function rubyText(value: unknown): string {
  const plain = toValue(value) as unknown;
  return Array.isArray(plain) && !(plain instanceof Range) ? inspect(plain) : printed(value);
}

/** What filters are called with as `this`. */
export interface FilterCall {
  readonly context: Context;
}
