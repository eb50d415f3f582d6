import { type Context, defaultOperators, isTruthy, toValue, toValueSync } from "liquidjs";
import { type Evaluate, nothing } from "./values.js";

const equals = defaultOperators["=="] as (left: unknown, right: unknown) => IterableIterator<boolean>;

type Operator = keyof typeof defaultOperators;

type Quick = (left: unknown, right: unknown) => boolean | undefined;

/** LiquidJS's own operators on usual operands; `undefined` where these must be asked themselves. */
const quick: Partial<Record<Operator, Quick>> = {
  "==": ofPlain((left, right) => left === right),
  "!=": ofPlain((left, right) => left !== right),
  ">": ofPlain((left, right) => left > right),
  "<": ofPlain((left, right) => left < right),
  ">=": ofPlain((left, right) => left >= right),
  "<=": ofPlain((left, right) => left <= right),
  contains: (left, right) => {
    const text = toValue(left) as unknown;
    return typeof text === "string" && typeof right === "string" ? text.includes(right) : undefined;
  },
};

function ofPlain(compare: (left: never, right: never) => boolean): Quick {
  return (left, right) => (isPlain(left) && isPlain(right) ? compare(left as never, right as never) : undefined);
}

/** Takes the operator's operands from the end of the list. */
export function compileOperator(name: string, operands: Evaluate[]): Evaluate {
  const right = operands.pop() ?? nothing;
  if (name === "not") return (context) => toValueSync(operatorOf(name, context)(right(context), context));
  const left = operands.pop() ?? nothing;
  if (name === "and" || name === "or") return compileJunction(name, left, right);
  const short = quick[name as Operator];
  return (context) => {
    const operator = operatorOf(name, context);
    const [a, b] = [left(context), right(context)];
    const result = operator === usual(name) ? short?.(a, b) : undefined;
    return result ?? toValueSync(operator(a, b, context));
  };
}

/** The right side is evaluated only where it decides. */
function compileJunction(name: "and" | "or", left: Evaluate, right: Evaluate): Evaluate {
  const decides = name === "and";
  return (context) => {
    const operator = operatorOf(name, context);
    if (operator !== usual(name)) return toValueSync(operator(left(context), right(context), context));
    return isTruthy(left(context), context) === decides ? isTruthy(right(context), context) : !decides;
  };
}

function operatorOf(name: string, context: Context): (...values: unknown[]) => unknown {
  return context.opts.operators[name as Operator] as never;
}

function usual(name: string): unknown {
  return defaultOperators[name as Operator];
}

export function areEqual(left: unknown, right: unknown): boolean {
  return isPlain(left) && isPlain(right) ? left === right : toValueSync(equals(left, right));
}

/** Neither a list nor a drop that compares in its own way. */
function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
