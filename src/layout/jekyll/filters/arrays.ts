import { Drop, type Liquid, toValue, toValueSync, Value } from "liquidjs";
import { compareRuby, incomparable } from "../../../lib/ruby/compare.js";
import { pairsOf } from "../../../lib/ruby/hash.js";
import { isPlainHash } from "../../../lib/ruby/inspect.js";
import { isTrue } from "../../../lib/ruby/truth.js";
import { grammar } from "../lax/grammar.js";
import { MarkupError } from "../lax/lexer.js";
import { type FilterCall, isEmptyLiteral, listOf, printed, propertyOf, rubyText, sortable } from "../values.js";
import type { Filters } from "./urls.js";

type Call = FilterCall & { readonly liquid: Liquid };

/** Filters on lists. */
export const arrayFilters: Filters = {
  where: (input: unknown, property: unknown, target: unknown) => {
    const list = listOf(input);
    if (!list || !property || isCollection(target)) return input;
    return list.filter((element) => matches(propertyOf(element, printed(property)), target));
  },
  find: (input: unknown, property: unknown, target: unknown) => {
    const list = listOf(input);
    if (!list || !property || isCollection(target)) return input;
    return list.find((element) => matches(propertyOf(element, printed(property)), target));
  },
  where_exp(this: Call, input: unknown, name: unknown, expression: unknown) {
    const list = listOf(input);
    return list ? list.filter(evaluator(this, name, checked(expression), isTrue)) : input;
  },
  find_exp(this: Call, input: unknown, name: unknown, expression: unknown) {
    const list = listOf(input);
    return list ? list.find(evaluator(this, name, checked(expression), isTrue)) : input;
  },
  group_by: (input: unknown, property: unknown) => {
    const list = listOf(input);
    return list ? grouped(list, (element) => rubyText(sortable(propertyOf(element, printed(property))))) : input;
  },
  group_by_exp(this: Call, input: unknown, name: unknown, expression: unknown) {
    const list = listOf(input);
    return list
      ? grouped(
          list,
          evaluator(this, name, expression, (value) => value),
        )
      : input;
  },
  sort: (input: unknown, property?: unknown, nils: unknown = "first") => {
    if ((toValue(input) ?? null) === null) throw new Error("Liquid error: Cannot sort a null object.");
    const list = pairsOrList(input);
    if (!list) return input;
    if (property === undefined || property === null) return sortedStrictly(list);
    if (nils !== "first" && nils !== "last")
      throw new Error(
        `Liquid error: Invalid nils order: '${printed(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
      );
    return sortedBy(list, printed(property), nils === "first" ? -1 : 1);
  },
  map(this: Call, input: unknown, property: unknown) {
    const value = toValue(input);
    const list = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
    return list.map((element) => mapped(element, printed(property)));
  },
  join: (input: unknown, separator: unknown = " ") => {
    const value = toValue(input);
    return Array.isArray(value)
      ? value.flat(Number.POSITIVE_INFINITY).map(printed).join(printed(separator))
      : printed(value);
  },
  first: (input: unknown) => pairsOrList(input)?.[0],
  last: (input: unknown) => {
    const value = toValue(input);
    return Array.isArray(value) ? value.at(-1) : undefined;
  },
  size: (input: unknown) => {
    const value = toValue(input);
    // An integer has the bytes that Ruby keeps it in.
    if (Number.isInteger(value)) return 8;
    return typeof value === "string" ? value.length : (listOf(value)?.length ?? 0);
  },
  push: (input: unknown, element: unknown) => (Array.isArray(input) ? [...input, element] : input),
  unshift: (input: unknown, element: unknown) => (Array.isArray(input) ? [element, ...input] : input),
  pop: (input: unknown, count: unknown = 1) =>
    Array.isArray(input) ? input.slice(0, Math.max(0, input.length - Number(count))) : input,
  shift: (input: unknown, count: unknown = 1) => (Array.isArray(input) ? input.slice(Number(count)) : input),
  sample: (input: unknown, count: unknown = 1) => sampled(input, Number(count) || 1),
  array_to_sentence_string: (input: unknown, connector: unknown = "and") => {
    // A text is a list of itself alone.
    const list = (listOf(input) ?? [input]).map(printed);
    if (list.length < 3) return list.join(` ${printed(connector)} `);
    return `${list.slice(0, -1).join(", ")}, ${printed(connector)} ${list.at(-1)}`;
  },
};

/** Ruby looks for the name in a text, and finds no names in integers. */
function mapped(element: unknown, name: string): unknown {
  if (Number.isInteger(element)) throw new Error(`Liquid error: cannot select the property '${name}'`);
  if (typeof element === "string") return element.includes(name) ? name : null;
  return propertyOf(element, name) ?? null;
}

function isCollection(value: unknown): boolean {
  return Array.isArray(value) || isPlainHash(value);
}

/** Ruby sorts a hash as pairs, which `site.tags | sort` is used for. */
function pairsOrList(input: unknown): unknown[] | undefined {
  const value = toValue(input);
  return isPlainHash(value) ? pairsOf(value) : listOf(value);
}

/** Whether a property is, or contains, what is looked for. */
function matches(found: unknown, target: unknown): boolean {
  const property = sortable(found) ?? null;
  if (isEmptyLiteral(target)) return property === "" || flatText(property) === "";
  const plain = toValue(target) ?? null;
  if (plain === null) return property === null;
  if (typeof property === "string") return property === printed(plain);
  return (Array.isArray(property) ? property : [property]).some(
    (element) => element !== null && printed(element) === printed(plain),
  );
}

function flatText(value: unknown): string | undefined {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(printed).join("");
  return isPlainHash(value) && Object.keys(value).length === 0 ? "" : undefined;
}

/** A condition in the grammar of Ruby's strict parser. */
function checked(expression: unknown): string {
  const text = printed(expression);
  try {
    grammar.if!.check(text);
  } catch (error) {
    if (error instanceof MarkupError) throw new Error(`Liquid syntax error: ${error.message}`);
    throw error;
  }
  return text;
}

/** Evaluates an expression for an element under a name; what the expression means is Liquid's business. */
function evaluator<T>(call: Call, name: unknown, expression: unknown, read: (value: unknown) => T) {
  const value = new Value(printed(expression), call.liquid);
  return (element: unknown): T => {
    call.context.push({ [printed(name)]: element });
    try {
      return read(toValue(toValueSync(value.value(call.context, true))));
    } finally {
      call.context.pop();
    }
  };
}

function grouped(list: readonly unknown[], nameOf: (element: unknown) => unknown): object[] {
  const groups = new Map<string, { name: unknown; items: unknown[] }>();
  for (const element of list) {
    const name = nameOf(element);
    const key = `${typeof name} ${printed(name)}`;
    const group = groups.get(key);
    if (group) group.items.push(element);
    else groups.set(key, { name, items: [element] });
  }
  return [...groups.values()].map((group) => ({ ...group, size: group.items.length }));
}

/** Ruby ends at the first two that have no order; which it meets first, it tells of nobody. */
function sortedStrictly(list: readonly unknown[]): unknown[] {
  const plain = list.map(plainOf);
  const last = plain.findLastIndex((value, index) => index > 0 && compareRuby(plain[index - 1], value) === undefined);
  if (last > 0) throw new Error(`Liquid error: ${incomparable(plain[last - 1], plain[last])}`);
  return list.toSorted((a, b) => {
    const order = compareRuby(plainOf(a), plainOf(b));
    if (order === undefined) throw new Error(`Liquid error: ${incomparable(plainOf(a), plainOf(b))}`);
    return order;
  });
}

function compare(a: unknown, b: unknown): number {
  return compareRuby(plainOf(a), plainOf(b)) ?? compareRuby(printed(a), printed(b))!;
}

const plainOf = (value: unknown): unknown => (value instanceof Drop ? toValue(value) : value);

/** `nils`: -1 puts elements without the property first, 1 last. */
function sortedBy(list: readonly unknown[], property: string, nils: 1 | -1): unknown[] {
  return list
    .map((element) => ({ element, key: sortable(propertyOf(element, property)) ?? null }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return nils * (Number(a.key === null) - Number(b.key === null));
      return compare(a.key, b.key);
    })
    .map(({ element }) => element);
}

function sampled(input: unknown, count: number): unknown {
  if (!Array.isArray(input)) return input;
  const rest = [...input];
  const taken = Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(Math.random() * rest.length), 1)[0],
  );
  return count === 1 ? taken[0] : taken;
}
