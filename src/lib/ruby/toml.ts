import { parse, TomlDate, TomlError, type TomlValue } from "smol-toml";
import { parseDate } from "../dates.js";
import { RubyFloat } from "./float.js";
import { type Hash, hashOf } from "./hash.js";
import { RubyTime } from "./time.js";

export { TomlError };

/** The parser recurses. */
const maxDepth = 100;

/** TOML with the values that YAML would have in its place; times without a zone are those of `zone`. Throws a `TomlError`. */
export function parseToml(text: string, zone: string): Hash {
  return tableOf(parse(text, { integersAsBigInt: true, maxDepth }), zone);
}

function tableOf(table: object, zone: string): Hash {
  return hashOf(Object.entries(table).map(([key, value]) => [key, rubyValue(value as TomlValue, zone)] as const));
}

function rubyValue(value: TomlValue, zone: string): unknown {
  if (typeof value === "bigint") return integer(value);
  if (typeof value === "number") return Number.isInteger(value) ? new RubyFloat(value) : value;
  if (value instanceof TomlDate) return momentOf(value, zone);
  if (Array.isArray(value)) return value.map((element) => rubyValue(element, zone));
  return typeof value === "object" ? tableOf(value, zone) : value;
}

/** As of YAML: numbers that JavaScript cannot hold stay text. */
function integer(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

function momentOf(date: TomlDate, zone: string): unknown {
  const text = date.toISOString();
  const instant = date.isTime() ? undefined : parseDate(text, zone);
  return instant === undefined ? text : new RubyTime(instant, zone, { day: date.isDate() });
}
