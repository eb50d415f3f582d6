import { createContext, Script } from "node:vm";

/*
 * A post must not hang the build. What runs too long is ended by force, in this thread: V8 stops even a regular expression
 * or a loop that catches everything, so no process has to be given up for it.
 */

/** Thrown where the time was up. */
export class OutOfTime extends Error {
  constructor(milliseconds: number) {
    super(`Not done within ${milliseconds} ms`);
    this.name = "OutOfTime";
  }
}

const given = Number(process.env.PUMICE_TIME_LIMIT);

/** Milliseconds that one post or one page may take: far above any honest one. `PUMICE_TIME_LIMIT` sets it in seconds. */
export const TIME_LIMIT = given > 0 ? given * 1000 : 20_000;

// Only a script of `node:vm` can be stopped, so it does nothing but call what is put in its context.
const context = createContext({}) as { run?: () => void };
const script = new Script("run()");

/** What `run` returns. Throws `OutOfTime` when it takes longer; `finally` blocks in it do not run then. */
export function withinTime<T>(milliseconds: number, run: () => T): T {
  const outer = context.run;
  let result: { readonly value: T } | undefined;
  context.run = () => {
    result = { value: run() };
  };
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    throw isTimeout(error) ? new OutOfTime(milliseconds) : error;
  } finally {
    context.run = outer!;
  }
  return result!.value;
}

/**
 * Maps a list with one limit for all of it, since each limit costs a thread. Who is at work when it ends gets the whole time
 * for itself, and `instead` where that is not enough.
 */
export function mapWithinTime<T, R>(
  list: readonly T[],
  milliseconds: number,
  run: (element: T) => R,
  instead: (element: T) => R,
): R[] {
  const results: R[] = [];
  while (results.length < list.length) {
    try {
      withinTime(milliseconds, () => {
        while (results.length < list.length) results.push(run(list[results.length]!));
      });
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      if (results.length < list.length) results.push(alone(list[results.length]!, milliseconds, run, instead));
    }
  }
  return results;
}

function alone<T, R>(element: T, milliseconds: number, run: (element: T) => R, instead: (element: T) => R): R {
  try {
    return withinTime(milliseconds, () => run(element));
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    return instead(element);
  }
}

function isTimeout(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
