export interface Clock {
  /** Ends a stage that began at the last call. */
  lap(name: string): void;
  readonly laps: readonly { readonly name: string; readonly milliseconds: number }[];
  /** Milliseconds since the start. */
  total(): number;
}

export function startClock(): Clock {
  const start = performance.now();
  const laps: { name: string; milliseconds: number }[] = [];
  let last = start;
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps.push({ name, milliseconds: now - last });
      last = now;
    },
    total: () => performance.now() - start,
  };
}
