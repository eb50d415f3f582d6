import type { Stage } from "../model/build.js";

export interface Clock {
  /** Ends a stage that began at the last call. */
  lap(name: string): void;
  readonly laps: readonly Stage[];
  /** Milliseconds since the start. */
  total(): number;
}

export function startClock(): Clock {
  const start = performance.now();
  const laps: Stage[] = [];
  let last = { now: start, cpu: cpuTime() };
  return {
    laps,
    lap(name) {
      const [now, cpu] = [performance.now(), cpuTime()];
      laps.push({ name, milliseconds: now - last.now, cpu: cpu - last.cpu });
      last = { now, cpu };
    },
    total: () => performance.now() - start,
  };
}

/** Milliseconds of processor time of all threads so far. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
