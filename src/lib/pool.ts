import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";

/** Runs a task. Tasks and results are plain data. */
export type Run<Tasks extends TaskTable> = <Name extends keyof Tasks & string>(
  name: Name,
  task: Parameters<Tasks[Name]>[0],
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;

/** Runs tasks, here or in other threads. */
export interface Pool<Tasks extends TaskTable> {
  /** In another thread, where there are any. */
  readonly run: Run<Tasks>;
  /** To be given a task whenever they are done with one, all at the same time. */
  readonly lanes: readonly Run<Tasks>[];
  /** This thread, which has time for tasks while others are at work. */
  readonly beside?: Run<Tasks>;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of functions of any one argument.
export type TaskTable = Readonly<Record<string, (task: any) => unknown>>;

/** Runs tasks in this thread: for few of them that is quicker than starting others. */
export function createInlinePool<Tasks extends TaskTable>(tasks: Tasks): Pool<Tasks> {
  const here = runHere(tasks);
  return { run: here, lanes: [here], close: async () => {} };
}

function runHere<Tasks extends TaskTable>(tasks: Tasks): Run<Tasks> {
  return async (name, task) => {
    // What other threads have done is taken from them first, or they would wait for as long as the task takes.
    await setImmediate();
    // The table alone knows what each task returns.
    return (await tasks[name]!(task)) as never;
  };
}

const given = Number(process.env.PUMICE_MEMORY_LIMIT);

/** Megabytes of memory for a thread: far more than honest posts need. `PUMICE_MEMORY_LIMIT` sets it. */
const THREAD_MEMORY = given > 0 ? given : 1500;

/** Whether a task failed since its thread had no memory left. */
export function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/**
 * Tasks for each thread: one that it works at, and others that it finds when it is done, though this thread is busy with one
 * of its own and cannot give it more. (With 2, threads wait a third of the time.)
 */
const TASKS_AHEAD = 4;

/**
 * Keeps all processors busy: this thread, which would have to wait otherwise, and one for each other processor. `file` is a
 * module that exports the functions of the table; `youngMemory`: megabytes in each thread for what is seldom kept.
 */
export async function createThreadPool<Tasks extends TaskTable>(
  tasks: Tasks,
  file: string,
  youngMemory: number,
): Promise<Pool<Tasks>> {
  const { Tinypool } = await import("tinypool");
  // At least one, since what takes too much memory must not end the process.
  const threads = Math.max(1, availableParallelism() - 1);
  const pool = new Tinypool({
    filename: file,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AHEAD,
    isolateWorkers: false,
    resourceLimits: {
      // A task that takes more ends its thread with an error, and not the whole process.
      maxOldGenerationSizeMb: THREAD_MEMORY,
      maxYoungGenerationSizeMb: youngMemory,
    },
  });
  const run: Run<Tasks> = (name, task) => pool.run(task, { name });
  return {
    run,
    lanes: Array.from({ length: TASKS_AHEAD * threads }, () => run),
    beside: runHere(tasks),
    close: () => pool.destroy(),
  };
}

/**
 * Hands batches over, of which the heaviest come first. Only as many are made ready as keep the threads busy: what is made for
 * a batch need not be there for all of them at a time. `handOver` gets who is to run the tasks of its batch. This thread takes
 * the last ones, as far as they are `light` enough for it: in its memory, which is never made anew, little is to be left.
 */
export async function forBatches<T, Tasks extends TaskTable>(
  batches: readonly (readonly T[])[],
  { lanes, beside }: Pool<Tasks>,
  handOver: (batch: readonly T[], run: Run<Tasks>) => Promise<void>,
  light: (batch: readonly T[]) => boolean = () => true,
): Promise<void> {
  let [first, end] = [0, batches.length];
  const takeHeaviest = async (run: Run<Tasks>): Promise<void> => {
    while (first < end) await handOver(batches[first++]!, run);
  };
  const takeLightest = async (run: Run<Tasks>): Promise<void> => {
    while (first < end && light(batches[end - 1]!)) await handOver(batches[--end]!, run);
  };
  // An error ends the work of all, and is told when nobody is at work any more: what comes next must be alone.
  const ending = (lane: Promise<void>): Promise<void> =>
    lane.catch((error: unknown) => {
      first = end;
      throw error;
    });
  // The others first: a task that runs here keeps this thread from giving tasks to them.
  const all = [...lanes.map(takeHeaviest), ...(beside ? [takeLightest(beside)] : [])];
  for (const lane of await Promise.allSettled(all.map(ending))) if (lane.status === "rejected") throw lane.reason;
}

/** Cuts a list into batches of a weight, so that handing over costs little and the threads end at about the same time. */
export function inBatches<T>(
  list: readonly T[],
  most: number,
  weightOf: (element: T) => number = () => 1,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const element of list) {
    weight += weightOf(element);
    if (weight > most) {
      batches.push([]);
      weight = weightOf(element);
    }
    batches.at(-1)!.push(element);
  }
  return batches;
}
