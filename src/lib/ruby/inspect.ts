import { floatText, RubyFloat } from "./float.js";
import { pairsOf } from "./hash.js";
import { RubyTime } from "./time.js";

/** A value as Ruby's `inspect` writes it: `{"a"=>1, "b"=>[nil, "c"]}`. */
export function inspect(value: unknown): string {
  if (value === undefined || value === null) return "nil";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return numberText(value);
  if (value instanceof RubyTime && value.day) return inspectDay(value);
  if (value instanceof RubyTime || value instanceof RubyFloat) return value.toString();
  if (Array.isArray(value)) return `[${value.map(inspect).join(", ")}]`;
  if (!isPlainHash(value)) return String(value);
  const pairs = pairsOf(value).map(([key, entry]) => `${inspect(key)}=>${inspect(entry)}`);
  return `{${pairs.join(", ")}}`;
}

/** Ruby's `Date` with its Julian day. */
function inspectDay(date: RubyTime): string {
  const day = Date.parse(`${date.toString()}T00:00:00Z`) / 86_400_000 + 2_440_588;
  return `#<Date: ${date} ((${day}j,0s,0n),+0s,2299161j)>`;
}

/** A value as Ruby's `to_s` and Liquid's output print it. */
export function toRubyText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (Array.isArray(value)) return value.map(toRubyText).join("");
  return isPlainHash(value) ? inspect(value) : String(value);
}

const numberText = (value: number): string => (Number.isInteger(value) ? wholeText(value) : floatText(value));

/** Ruby's integers have no exponent. */
const wholeText = (value: number): string => (Math.abs(value) < 1e21 ? String(value) : String(BigInt(value)));

export function isPlainHash(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]|#(?=[{$@])/g, "\\$&").replace(/[\n\t\r\u001b]/g, (character) => escapes[character]!)}"`;
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u001b": "\\e" };
