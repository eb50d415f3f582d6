import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { collectGarbage } from "../../src/lib/collect-garbage.js";

test("what nobody needs is gone afterwards, and what is needed is there", async () => {
  const needed = { is: "needed" };
  const [kept, left] = [new WeakRef(needed), new WeakRef({ is: "left" })];
  expect(left.deref()).toBeDefined();
  // What was asked for stays until the end of the turn.
  await setImmediate();
  collectGarbage();
  expect([kept.deref(), left.deref()]).toEqual([needed, undefined]);
  expect(globalThis.gc).toBeUndefined();
});
