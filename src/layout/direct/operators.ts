import { type Context, defaultOperators, isTruthy, toValue, toValueSync } from "liquidjs";

const equals = defaultOperators["=="] as (left: unknown, right: unknown) => IterableIterator<boolean>;

type Operator = keyof typeof defaultOperators;

/** Plain operands of LiquidJS's own operators; `undefined` where these must be asked themselves. */
const plain: Partial<Record<Operator, (left: unknown, right: unknown, context: Context) => boolean | undefined>> = {
  "==": (left, right) => (isPlain(left) && isPlain(right) ? left === right : undefined),
  "!=": (left, right) => (isPlain(left) && isPlain(right) ? left !== right : undefined),
  contains: (left, right) => {
    const text = toValue(left) as unknown;
    return typeof text === "string" && typeof right === "string" ? text.includes(right) : undefined;
  },
  and: (left, right, context) => isTruthy(left, context) && isTruthy(right, context),
  or: (left, right, context) => isTruthy(left, context) || isTruthy(right, context),
};

/** Takes the operator's operands from the end of the list and puts its result there. */
export function applyOperator(name: string, operands: unknown[], context: Context): void {
  const operator = context.opts.operators[name as Operator] as (...values: unknown[]) => unknown;
  const right = operands.pop();
  if (name === "not") {
    operands.push(toValueSync(operator(right, context)));
    return;
  }
  const left = operands.pop();
  const isUsual = operator === (defaultOperators[name as Operator] as unknown);
  const result = isUsual ? plain[name as Operator]?.(left, right, context) : undefined;
  operands.push(result ?? toValueSync(operator(left, right, context)));
}

export function areEqual(left: unknown, right: unknown): boolean {
  return isPlain(left) && isPlain(right) ? left === right : toValueSync(equals(left, right));
}

/** Neither a list nor a drop that compares in its own way. */
function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
