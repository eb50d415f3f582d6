import {
  type Context,
  type Emitter,
  evalToken,
  Output,
  type Token,
  TypeGuards,
  toValue,
  toValueSync,
  Value,
} from "liquidjs";

/*
 * LiquidJS evaluates `{{ page.title | escape }}` through half a dozen generators, so that any part of it might be a promise.
 * Our rendering is synchronous, and then most of a page's time goes into them. Here the plain cases (a path, a literal, with
 * filters) are evaluated directly; whatever is not plain still goes through LiquidJS. Pages render 1.7 times as fast.
 */

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
const slowRender = Output.prototype.render;

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

/** Teaches LiquidJS the short way. It holds for synchronous rendering only, and in the whole process. */
export function evaluatePlainValuesDirectly(): void {
  Value.prototype.value = valueOrGenerator as typeof slowValue;
  Output.prototype.render = renderOutput as typeof slowRender;
}

function valueOrGenerator(this: Value, context: Context, lenient?: boolean): unknown {
  return isDirect(context) ? evaluate(this, context, lenient) : slowValue.call(this, context, lenient);
}

function renderOutput(this: Output, context: Context, emitter: Emitter): unknown {
  if (!isDirect(context)) return slowRender.call(this, context, emitter);
  emitter.write(toValue(evaluate(this.value, context, false)));
  return undefined;
}

function isDirect(context: Context): boolean {
  return context.sync && !(context as unknown as InnerContext).strictVariables;
}

function evaluate({ initial, filters }: Value, context: Context, lenient: boolean | undefined): unknown {
  const { postfix } = initial;
  let value = postfix.length === 1 ? tokenValue(postfix[0]!, context) : toValueSync(initial.evaluate(context, lenient));
  for (const filter of filters as unknown as readonly InnerFilter[]) {
    const { handler, args, token, liquid } = filter;
    latest = token as PlacedToken;
    value = settled(handler.call({ context, token, liquid }, value, ...args.map((arg) => argument(arg, context))));
  }
  return value;
}

function argument(arg: Token | readonly [string, Token], context: Context): unknown {
  return Array.isArray(arg) ? [arg[0], tokenValue(arg[1], context)] : tokenValue(arg as Token, context);
}

function tokenValue(token: Token, context: Context): unknown {
  if ("content" in token) return token.content;
  if (TypeGuards.isPropertyAccessToken(token) && token.variable === undefined) return property(token.props, context);
  return toValueSync(evalToken(token, context));
}

function property(keys: readonly Token[], context: Context): unknown {
  const inner = context as unknown as InnerContext;
  const names = keys.map((key) => toValue(tokenValue(key, context)));
  let value: unknown = inner.findScope(names[0] as PropertyKey);
  for (const name of names) value = settled(inner.readProperty(value, name));
  return value;
}

/** Some filters and drops are generators. */
function settled(value: unknown): unknown {
  return typeof value === "object" && value !== null && "next" in value && typeof value.next === "function"
    ? toValueSync(value)
    : value;
}
