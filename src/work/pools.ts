import { collectGarbage } from "../lib/collect-garbage.js";
import { createInlinePool, createThreadPool, type Pool } from "../lib/pool.js";
import { codeFolder, isCompiled } from "../lib/program-folder.js";
import { tasks } from "./tasks.js";

export type WorkPool = Pool<typeof tasks>;

export interface Pools {
  /** The pool for work that takes as long as to read an amount of usual posts. */
  open(amount: number): Promise<WorkPool>;
  /** To be called when an amount of posts was read: what that left in the threads goes, where it is worth the time. */
  renew(amount: number): Promise<void>;
  /** To be called when a stage has worked at an amount of posts or pages: the same for what it left in this thread. */
  tidy(amount: number): void;
  close(): Promise<void>;
}

/**
 * From how many posts on threads earn back the time that they take to start. On two processors, 500 posts take 1.6 s
 * with a thread and without; below, the thread is nothing but memory.
 */
const worthThreads = 500;

/**
 * From how many posts or pages on it is worth the time to let go what they left: thirty milliseconds in this thread, half a
 * second of a processor for each other one, against code that is compiled and room for garbage that the next stage has no use
 * for.
 */
const worthTidying = 5000;

/**
 * Megabytes of young memory. For reading as Node 20 has it: half of it costs reading several per cent more time, and a quarter
 * of it rendering nothing. (Left to itself, Node 24 took 80 MB more in two threads and was no quicker.)
 */
const youngMemory = { first: 48, renewed: 12 };

/** What it takes to render a page, or to index a post, of the time to read a post. */
export const LIGHT = 1 / 4;

/** One pool for all stages: this thread, and others beside it as soon as a stage has enough to do for them. */
export function createPools(): Pools {
  const inline = createInlinePool(tasks);
  const worker = new URL("work/tasks.js", codeFolder);
  let threads: WorkPool | undefined;
  return {
    async open(amount) {
      // Threads can load the compiled program only; the tests run the sources.
      if (!threads && isCompiled && amount >= worthThreads)
        threads = await createThreadPool(tasks, worker.href, youngMemory.first);
      return threads ?? inline;
    },
    async renew(amount) {
      if (!threads || amount < worthTidying) return;
      await threads.close();
      threads = await createThreadPool(tasks, worker.href, youngMemory.renewed);
    },
    tidy(amount) {
      if (amount >= worthTidying) collectGarbage();
    },
    async close() {
      await threads?.close();
    },
  };
}
