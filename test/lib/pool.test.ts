import { expect, test } from "vitest";
import { forBatches, type Pool, type Run } from "../../src/lib/pool.js";

const tasks = { double: (number: number) => 2 * number };
type Tasks = typeof tasks;

/** A lane whose tasks take some turns of the event loop. */
function laneOf(turns: number, ran: number[]): Run<Tasks> {
  return async (name, task) => {
    ran.push(task);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return tasks[name](task) as never;
  };
}

test("batches go to whichever lane is done, each once", async () => {
  const [quick, slow]: [number[], number[]] = [[], []];
  const lanes = [laneOf(2, quick), laneOf(20, slow)];
  const pool: Pool<Tasks> = { run: lanes[0]!, lanes, close: async () => {} };
  const results = new Map<number, number>();
  const list = Array.from({ length: 50 }, (_, index) => index);
  await forBatches(list, 4, pool, async (batch, run) => {
    for (const number of batch) results.set(number, await run("double", number));
  });
  expect([...results].sort(([a], [b]) => a - b)).toEqual(list.map((number) => [number, 2 * number]));
  expect([...quick, ...slow].sort((a, b) => a - b)).toEqual(list);
  expect(quick.length).toBeGreaterThan(slow.length);
  expect(slow.length).toBeGreaterThan(0);
});

test("an error ends the work", async () => {
  const lane = laneOf(1, []);
  const pool: Pool<Tasks> = { run: lane, lanes: [lane], close: async () => {} };
  const work = forBatches([1, 2, 3], 1, pool, async ([number]) => {
    if (number === 2) throw new Error("of the second");
  });
  await expect(work).rejects.toThrow("of the second");
});
