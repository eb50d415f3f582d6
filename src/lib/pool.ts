import { availableParallelism } from "node:os";

/** Runs tasks, here or in other threads. Tasks and results are plain data. */
export interface Pool<Tasks extends TaskTable> {
  run<Name extends keyof Tasks & string>(
    name: Name,
    task: Parameters<Tasks[Name]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** How many tasks can run at the same time. */
  readonly width: number;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of functions of any one argument.
export type TaskTable = Readonly<Record<string, (task: any) => unknown>>;

/** Runs tasks in this thread: for few of them that is quicker than starting others. */
export function createInlinePool<Tasks extends TaskTable>(tasks: Tasks): Pool<Tasks> {
  return {
    width: 1,
    // The table alone knows what each task returns. In a promise, so that errors come the same way as from a thread.
    run: async (name, task) => (await tasks[name]!(task)) as never,
    close: async () => {},
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
 * Runs tasks in as many threads as there are processors. `file` is a module that exports the functions of the table;
 * `youngMemory`: megabytes in each thread for what is seldom kept.
 */
export async function createThreadPool<Tasks extends TaskTable>(
  file: string,
  youngMemory: number,
): Promise<Pool<Tasks>> {
  const { Tinypool } = await import("tinypool");
  const width = availableParallelism();
  const pool = new Tinypool({
    filename: file,
    minThreads: width,
    maxThreads: width,
    isolateWorkers: false,
    resourceLimits: {
      // A task that takes more ends its thread with an error, and not the whole process.
      maxOldGenerationSizeMb: THREAD_MEMORY,
      maxYoungGenerationSizeMb: youngMemory,
    },
  });
  return {
    width,
    run: (name, task) => pool.run(task, { name }),
    close: () => pool.destroy(),
  };
}

/**
 * Hands a list over in batches. Only as many are made ready as keep the threads busy: what is made for a batch need not be
 * there for all of them at a time.
 */
export async function forBatches<T>(
  list: readonly T[],
  size: number,
  { width }: { readonly width: number },
  handOver: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  const batches = inBatches(list, size).values();
  const takeTurns = async (): Promise<void> => {
    for (const batch of batches) await handOver(batch);
  };
  await Promise.all(Array.from({ length: 2 * width }, takeTurns));
}

/** Cuts a list into batches, so that handing over costs little and the threads end at about the same time. */
export function inBatches<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
