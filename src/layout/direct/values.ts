import {
  Context,
  type Expression,
  evalToken,
  type Hash,
  type RangeToken,
  type Token,
  TypeGuards,
  toValue,
  toValueSync,
  Value,
} from "liquidjs";
import { compileOperator } from "./operators.js";
import { isPure } from "./pure-filters.js";
import { rangeOf } from "./range.js";

/** A value, an expression or a token of a template as a function. Drops stay drops. */
export type Evaluate = (context: Context) => unknown;

/** What LiquidJS declares private. */
interface InnerContext {
  findScope(name: PropertyKey): object;
  readProperty(scope: unknown, key: unknown): unknown;
  readonly strictVariables: boolean;
  readonly ownPropertyOnly: boolean;
}

interface InnerFilter {
  readonly args: readonly Argument[];
  readonly handler: (...values: unknown[]) => unknown;
  readonly token: unknown;
  readonly liquid: unknown;
}

/** One with a name is handed over as a pair. */
type Argument = Token | readonly [string, Token];

const slowValue = Value.prototype.value;

/** Where something stands in a template. */
export interface PlacedToken {
  readonly file?: string;
  getPosition(): [line: number, column: number];
}

let latest: PlacedToken | undefined;

/** The filter that began last: the one at work when a rendering had to be ended by force. */
export function latestFilter(): PlacedToken | undefined {
  return latest;
}

/** Values of synchronous renderings are evaluated here from now on. */
export function evaluateValuesDirectly(): void {
  Value.prototype.value = function (this: Value, context: Context, lenient?: boolean): unknown {
    if (!isDirect(context)) return slowValue.call(this, context, lenient);
    let evaluate = compiled.get(this);
    if (evaluate === undefined) {
      evaluate = compileValue(this);
      compiled.set(this, evaluate);
    }
    return evaluate(context);
  } as typeof slowValue;
}

const compiled = new WeakMap<Value, Evaluate>();

/** Whether nothing of a rendering can be a promise. Strict variables have errors of their own; they stay LiquidJS's. */
export function isDirect(context: Context): boolean {
  return context.sync && !(context as unknown as InnerContext).strictVariables;
}

/** A value with its filters. */
export function compileValue({ initial, filters }: Value): Evaluate {
  return (filters as unknown as readonly InnerFilter[]).reduce(compileFilter, compileExpression(initial));
}

/** What a literal gives through filters that need nothing else; `undefined` where a value is more than that. */
export function fixedValue({ initial: { postfix }, filters }: Value): unknown {
  const [literal] = postfix;
  if (postfix.length !== 1 || !isLiteral(literal!)) return undefined;
  let value: unknown = literal.content;
  for (const { handler, args } of filters as unknown as readonly InnerFilter[]) {
    if (!isPure(handler) || !args.every(isLiteral)) return undefined;
    value = handler(value, ...args.map(({ content }) => content));
  }
  return value;
}

/** Most filters have no argument or one, and a call with a list of them takes several times as long. */
function compileFilter(input: Evaluate, { handler, args, token, liquid }: InnerFilter): Evaluate {
  const [first, ...others] = args.map(compileArgument);
  if (first === undefined && isPure(handler)) return (context) => handler(input(context));
  if (first === undefined)
    return (context) => {
      const value = input(context);
      latest = token as PlacedToken;
      return settled(handler.call({ context, token, liquid }, value));
    };
  return (context) => {
    const value = input(context);
    latest = token as PlacedToken;
    const call = { context, token, liquid };
    if (others.length === 0) return settled(handler.call(call, value, first(context)));
    return settled(handler.call(call, value, first(context), ...others.map((other) => other(context))));
  };
}

function compileArgument(argument: Argument): Evaluate {
  if (!isNamed(argument)) return compileToken(argument);
  const [name, token] = argument;
  const value = compileToken(token);
  return (context) => [name, value(context)];
}

function isNamed(argument: Argument): argument is readonly [string, Token] {
  return Array.isArray(argument);
}

function compileExpression({ postfix }: Expression): Evaluate {
  const operands: Evaluate[] = [];
  for (const token of postfix) {
    if (TypeGuards.isOperatorToken(token)) operands.push(compileOperator(token.operator, operands));
    else operands.push(compileToken(token));
  }
  return operands[0] ?? nothing;
}

export const nothing: Evaluate = () => undefined;

interface Literal extends Token {
  readonly content: unknown;
}

function isLiteral(token: Argument): token is Literal {
  return "content" in token;
}

/** A literal, a path or a range. */
export function compileToken(token: Token): Evaluate {
  if (isLiteral(token)) {
    const { content } = token;
    return () => content;
  }
  if (TypeGuards.isPropertyAccessToken(token) && token.variable === undefined) return compilePath(token.props);
  if (TypeGuards.isRangeToken(token)) return compileRange(token);
  return (context) => toValueSync(evalToken(token, context));
}

function compileRange({ lhs, rhs }: RangeToken): Evaluate {
  const [first, last] = [compileToken(lhs), compileToken(rhs)];
  return (context) => rangeOf(first(context), last(context), context);
}

function compilePath([name, ...keys]: readonly Token[]): Evaluate {
  return keys.reduce(compileStep, compileVariable(name!));
}

/** Most names and keys are literals. */
function compileVariable(token: Token): Evaluate {
  if (isLiteral(token)) {
    const name = toValue(token.content) as string;
    return (context) => lookUp(name, context);
  }
  const name = compileToken(token);
  return (context) => lookUp(toValue(name(context)) as string, context);
}

/** The variable of a name. */
export function lookUp(name: string, context: Context): unknown {
  return readFrom((context as unknown as InnerContext).findScope(name), name, context);
}

function compileStep(from: Evaluate, token: Token): Evaluate {
  if (isLiteral(token)) {
    const key = toValue(token.content);
    return (context) => readFrom(from(context), key, context);
  }
  const key = compileToken(token);
  return (context) => readFrom(from(context), toValue(key(context)), context);
}

function readFrom(value: unknown, key: unknown, context: Context): unknown {
  const inner = context as unknown as InnerContext;
  // Jekyll's sites have a reader of their own.
  const isUsual = inner.ownPropertyOnly && inner.readProperty === usualReader;
  if (isUsual && typeof key === "string" && isPlainObject(value)) {
    if (!Object.hasOwn(value, key)) {
      if (!derived.has(key)) return undefined;
    } else {
      const found = value[key];
      if (typeof found !== "function") return settled(found);
    }
  }
  return settled(inner.readProperty(value, key));
}

const usualReader = (Context.prototype as unknown as InnerContext).readProperty;

/** What LiquidJS gives of an object that has no property of the name. */
const derived = new Set(["size", "first", "last"]);

/** An object that nothing but its own properties speaks for: no list, no drop, nothing that stands for another value. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !("toLiquid" in value);
}

/** The named parameters of a tag; one without a value is `true`. */
export function compileParameters({ hash }: Hash): (context: Context) => Readonly<Record<string, unknown>> {
  const parameters = Object.entries(hash).map(([name, token]) => {
    const value: Evaluate = token === undefined ? () => true : compileToken(token as Token);
    return { name, value };
  });
  return (context) => {
    const values: Record<string, unknown> = Object.create(null);
    for (const { name, value } of parameters) values[name] = value(context);
    return values;
  };
}

/** Some filters and drops are generators. */
export function settled(value: unknown): unknown {
  return typeof value === "object" && typeof (value as { next?: unknown } | null)?.next === "function"
    ? toValueSync(value)
    : value;
}
