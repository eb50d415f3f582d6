import {
  type Context,
  type Expression,
  evalToken,
  type Hash,
  type Token,
  TypeGuards,
  toValue,
  toValueSync,
  Value,
} from "liquidjs";
import { applyOperator } from "./operators.js";
import { rangeOf } from "./range.js";

/** What LiquidJS declares private. */
interface InnerContext {
  findScope(name: PropertyKey): object;
  readProperty(scope: unknown, key: unknown): unknown;
  readonly strictVariables: boolean;
}

interface InnerFilter {
  readonly args: readonly (Token | readonly [string, Token])[];
  readonly handler: (...values: unknown[]) => unknown;
  readonly token: unknown;
  readonly liquid: unknown;
}

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
    return isDirect(context) ? evaluate(this, context) : slowValue.call(this, context, lenient);
  } as typeof slowValue;
}

/** Whether nothing of a rendering can be a promise. Strict variables have errors of their own; they stay LiquidJS's. */
export function isDirect(context: Context): boolean {
  return context.sync && !(context as unknown as InnerContext).strictVariables;
}

/** A value with its filters; drops stay drops. */
export function evaluate({ initial, filters }: Value, context: Context): unknown {
  let value = expressionValue(initial, context);
  for (const filter of filters as unknown as readonly InnerFilter[]) {
    const { handler, args, token, liquid } = filter;
    latest = token as PlacedToken;
    value = settled(handler.call({ context, token, liquid }, value, ...args.map((arg) => argument(arg, context))));
  }
  return value;
}

function expressionValue({ postfix }: Expression, context: Context): unknown {
  if (postfix.length === 1) return tokenValue(postfix[0]!, context);
  const operands: unknown[] = [];
  for (const token of postfix) {
    if (TypeGuards.isOperatorToken(token)) applyOperator(token.operator, operands, context);
    else operands.push(tokenValue(token, context));
  }
  return operands[0];
}

function argument(arg: Token | readonly [string, Token], context: Context): unknown {
  return Array.isArray(arg) ? [arg[0], tokenValue(arg[1], context)] : tokenValue(arg as Token, context);
}

/** A literal, a path or a range; drops stay drops. */
export function tokenValue(token: Token, context: Context): unknown {
  if (TypeGuards.isPropertyAccessToken(token)) {
    if (token.variable === undefined) return property(token.props, context);
  } else if ("content" in token) return token.content;
  if (TypeGuards.isRangeToken(token)) return rangeOf(token, context);
  return toValueSync(evalToken(token, context));
}

function property(keys: readonly Token[], context: Context): unknown {
  const inner = context as unknown as InnerContext;
  const first = toValue(tokenValue(keys[0]!, context));
  let value = settled(inner.readProperty(inner.findScope(first as PropertyKey), first));
  for (let at = 1; at < keys.length; at += 1) {
    value = settled(inner.readProperty(value, toValue(tokenValue(keys[at]!, context))));
  }
  return value;
}

/** The named parameters of a tag; one without a value is `true`. */
export function namedValues({ hash }: Hash, context: Context): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, token] of Object.entries(hash)) {
    values[name] = token === undefined ? true : tokenValue(token as Token, context);
  }
  return values;
}

/** Some filters and drops are generators. */
export function settled(value: unknown): unknown {
  return typeof value === "object" && value !== null && "next" in value && typeof value.next === "function"
    ? toValueSync(value)
    : value;
}
