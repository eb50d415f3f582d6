import { expression } from "./expression.js";
import { fragment, groups } from "./fragments.js";

const start = new RegExp(`(${fragment})(.*)`, "s");
const filter = /(?:"[^"]*"|'[^']*'|[^|'"])+/g;
const argument = new RegExp(`[:,]\\s*((?:\\w+\\s*:\\s*)?${fragment})`, "g");
const named = new RegExp(`^(\\w+)\\s*:\\s*(${fragment})$`, "s");

/** A value with its filters as LiquidJS writes it. Words after the value, and arguments without a colon before, are passed over. */
export function value(written: string): string {
  const [, first, rest = ""] = start.exec(written) ?? [];
  if (first === undefined) return "nil";
  const filters = rest.slice(rest.indexOf("|") + 1);
  const called = rest.includes("|") ? (filters.match(filter) ?? []).flatMap(call) : [];
  return [expression(first), ...called].join(" | ");
}

function call(written: string): string[] {
  const name = /\w+/.exec(written)?.[0];
  if (name === undefined) return [];
  const values = groups(argument, written).map(argumentText);
  return [values.length > 0 ? `${name}: ${values.join(", ")}` : name];
}

function argumentText(written: string): string {
  const [, name, given] = named.exec(written) ?? [];
  return name === undefined ? expression(written) : `${name}: ${expression(given!)}`;
}
