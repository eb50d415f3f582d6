import { createInlinePool, createThreadPool, type Pool } from "../lib/pool.js";
import { codeFolder, isCompiled } from "../lib/program-folder.js";
import { tasks } from "./tasks.js";

export type WorkPool = Pool<typeof tasks>;

export interface Pools {
  /** The pool for an amount of posts or pages. */
  open(amount: number): Promise<WorkPool>;
  close(): Promise<void>;
}

/** From how many posts or pages on threads earn back the time that they take to start. */
const worthThreads = 200;

/** One pool for the whole build: this thread, or several as soon as a stage has enough to do for them. */
export function createPools(): Pools {
  const inline = createInlinePool(tasks);
  const worker = new URL("work/tasks.js", codeFolder);
  let threads: WorkPool | undefined;
  return {
    async open(amount) {
      // Threads can load the compiled program only; the tests run the sources.
      if (!threads && isCompiled && amount >= worthThreads) threads = await createThreadPool(worker.href);
      return threads ?? inline;
    },
    async close() {
      await threads?.close();
    },
  };
}
