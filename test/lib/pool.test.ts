import fc from "fast-check";
import { expect, test } from "vitest";
import { forBatches, inBatches, type Pool, type Run } from "../../src/lib/pool.js";

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
  await forBatches(inBatches(list, 4), pool, async (batch, run) => {
    for (const number of batch) results.set(number, await run("double", number));
  });
  expect([...results].sort(([a], [b]) => a - b)).toEqual(list.map((number) => [number, 2 * number]));
  expect([...quick, ...slow].sort((a, b) => a - b)).toEqual(list);
  expect(quick.length).toBeGreaterThan(slow.length);
  expect(slow.length).toBeGreaterThan(0);
});

test("an error ends the work of all lanes, and is told when none is at work any more", async () => {
  const ran: number[] = [];
  let atWork = 0;
  const [other, beside] = [laneOf(3, []), laneOf(30, [])];
  const pool: Pool<Tasks> = { run: other, lanes: [other, other], beside, close: async () => {} };
  const list = Array.from({ length: 40 }, (_, index) => index);
  const work = forBatches(inBatches(list, 1), pool, async ([number], run) => {
    ran.push(number!);
    atWork += 1;
    await run("double", number!);
    atWork -= 1;
    if (number === 4) throw new Error("of the fifth");
  });
  await expect(work).rejects.toThrow("of the fifth");
  expect(atWork).toBe(0);
  const number = ran.length;
  expect(number).toBeLessThan(10);
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  expect(ran.length).toBe(number);
});

test("this thread takes batches from the light end, and no heavy ones", async () => {
  const [there, here]: [number[], number[]] = [[], []];
  const [other, beside] = [laneOf(20, there), laneOf(1, here)];
  const pool: Pool<Tasks> = { run: other, lanes: [other], beside, close: async () => {} };
  const list = Array.from({ length: 20 }, (_, index) => 20 - index);
  const handOver = async ([number]: readonly number[], run: Run<Tasks>) => void (await run("double", number!));
  await forBatches(inBatches(list, 1), pool, handOver, ([number]) => number! < 11);
  expect(here).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].slice(0, here.length));
  expect(here.length).toBeGreaterThan(5);
  expect(there).toEqual(list.slice(0, 20 - here.length));
});

test("a batch is as heavy as it may be, and never empty", () => {
  const list = fc.array(fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 50 }), (weights, most) => {
      const batches = inBatches(weights, most, (weight) => weight);
      const sum = (batch: readonly number[]) => batch.reduce((total, weight) => total + weight, 0);
      expect(batches.flat()).toEqual(weights);
      for (const [index, batch] of batches.entries()) {
        expect(batch.length === 1 || sum(batch) <= most).toBe(true);
        if (index > 0) expect(sum(batches[index - 1]!) + batch[0]!).toBeGreaterThan(most);
      }
    }),
  );
});
