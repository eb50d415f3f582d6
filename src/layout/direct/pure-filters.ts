type Handler = (...values: never[]) => unknown;

const pure = new WeakSet<Handler>();

/** Says of filters that their results follow from their operands alone, and that they never fail: of literals they are asked once. */
export function declarePure(handlers: Iterable<Handler>): void {
  for (const handler of handlers) pure.add(handler);
}

export function isPure(handler: Handler): boolean {
  return pure.has(handler);
}
