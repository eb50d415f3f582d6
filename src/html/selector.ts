import type { Element } from "hast";
import { classList, hasClass, propertyName, stringAttribute } from "./query.js";
import type { ElementTable, Outcome, Place } from "./walk.js";

/*
 * Compound selectors (`p.artid[alt]`, `#content_views`, `span[class^="kdocs-"]`) tested during a walk, at a few
 * nanoseconds each. For combinators and pseudo-classes there is hast-util-select, which costs a walk per query.
 */

export interface Selector {
  readonly source: string;
  /** `*` where the selector names no element. */
  readonly tagName: string;
  /** The property that every element has which matches, and for `class` and `id` one value that is in it. */
  readonly asks: { readonly property: string; readonly value: string | undefined } | undefined;
  readonly matches: (element: Element) => boolean;
}

const part = /(?:#([\w-]+))|(?:\.([\w-]+))|(?:\[([\w:-]+)(?:([~^$*|]?=)"([^"]*)")?\])/gy;

/** Whether a look at one element is enough for the selector: no combinator, no pseudo-class, no list. */
export function isCompound(source: string): boolean {
  part.lastIndex = tagNameOf(source).length;
  while (part.lastIndex < source.length) if (!part.test(source)) return false;
  return source.length > 0;
}

const tagNameOf = (source: string): string => /^[a-z][a-z0-9-]*|^\*/i.exec(source)?.[0] ?? "";

/** Throws for anything but a compound selector. */
export function compileSelector(source: string): Selector {
  const tagName = tagNameOf(source);
  const tests: ((element: Element) => boolean)[] = [];
  part.lastIndex = tagName.length;
  let asks: Selector["asks"];
  let end = tagName.length;
  for (let match = part.exec(source); match; match = part.exec(source)) {
    const [, id, className, attribute, operator, value] = match;
    asks ??= attribute
      ? { property: propertyName(attribute), value: undefined }
      : { property: id ? "id" : "className", value: id ?? className };
    if (id) tests.push((element) => element.properties.id === id);
    else if (className) tests.push((element) => hasClass(element, className));
    else if (attribute) tests.push(attributeTest(attribute, operator, value ?? ""));
    end = part.lastIndex;
  }
  if (end !== source.length || end === 0) throw new Error(`Not a compound selector: ${source}`);
  const [first = () => true, ...others] = tests;
  const matches =
    others.length === 0 ? first : (element: Element) => first(element) && others.every((test) => test(element));
  return { source, tagName: tagName || "*", asks, matches };
}

function attributeTest(name: string, operator: string | undefined, value: string): (element: Element) => boolean {
  const test = operator ? valueTests[operator] : () => true;
  if (!test) throw new Error(`Unknown operator in a selector: ${operator}`);
  return (element) => {
    const actual = stringAttribute(element, name);
    return actual !== undefined && test(actual, value);
  };
}

const valueTests: Readonly<Record<string, (actual: string, value: string) => boolean>> = {
  "=": (actual, value) => actual === value,
  "^=": (actual, value) => actual.startsWith(value),
  "$=": (actual, value) => actual.endsWith(value),
  "*=": (actual, value) => actual.includes(value),
  "~=": (actual, value) => actual.split(/\s+/).includes(value),
};

/** What elements have of which one of some selectors may match. */
interface Asked {
  /** One of the selectors asks for no attribute. */
  readonly isNothing: boolean;
  readonly properties: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

function askedBy(selectors: readonly Selector[]): Asked {
  const properties = new Set<string>();
  const classes = new Set<string>();
  for (const { asks } of selectors) {
    if (asks?.property === "className" && asks.value !== undefined) classes.add(asks.value);
    else if (asks) properties.add(asks.property);
  }
  return { isNothing: selectors.some(({ asks }) => !asks), properties, classes };
}

/** Whether one of the selectors may match at all: most elements have nothing of what they ask for. */
function mayMatch(element: Element, { isNothing, properties, classes }: Asked): boolean {
  if (isNothing) return true;
  for (const name in element.properties) if (properties.has(name)) return true;
  if (classes.size > 0) for (const name of classList(element)) if (classes.has(name)) return true;
  return false;
}

/** Element handlers that call `act` where one of the selectors matches; the first that matches wins. */
export function selectorTable<C>(
  sources: readonly string[],
  act: (element: Element, selector: string, context: C, place: Place) => Outcome,
): ElementTable<C> {
  const byTag = new Map<string, Selector[]>();
  for (const selector of sources.map(compileSelector)) {
    byTag.set(selector.tagName, [...(byTag.get(selector.tagName) ?? []), selector]);
  }
  return Object.fromEntries(
    [...byTag].map(([tagName, selectors]) => {
      const asked = askedBy(selectors);
      return [
        tagName,
        (element: Element, context: C, place: Place): Outcome => {
          if (!mayMatch(element, asked)) return undefined;
          for (const selector of selectors) {
            if (selector.matches(element)) return act(element, selector.source, context, place);
          }
          return undefined;
        },
      ];
    }),
  );
}
