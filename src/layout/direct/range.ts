import { type Context, toValue } from "liquidjs";

/** `(1..3)`: a list of whole numbers that knows its ends. What filters make of it are lists like others. */
export class Range extends Array<number> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  readonly first: number;
  readonly last: number;

  constructor(first: number, last: number) {
    super();
    this.first = first;
    this.last = last;
    for (let number = first; number <= last; number += 1) this.push(number);
  }
}

/** Throws where it would be longer than a rendering may have memory for, as LiquidJS does. */
export function rangeOf(from: unknown, to: unknown, context: Context): Range {
  const [first, last] = [integerOf(from), integerOf(to)];
  context.memoryLimit.use(Math.max(0, last - first + 1));
  return new Range(first, last);
}

/** What begins with no number counts as 0. */
function integerOf(end: unknown): number {
  return Math.trunc(Number.parseFloat(String(toValue(end)))) || 0;
}
