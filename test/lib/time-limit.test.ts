import { describe, expect, it } from "vitest";
import { mapWithinTime, OutOfTime, withinTime } from "../../src/lib/time-limit.js";

const forever = (): never => {
  for (;;);
};

describe("withinTime", () => {
  it("gives back what was returned or thrown", () => {
    expect(withinTime(10_000, () => ({ a: 1 }))).toEqual({ a: 1 });
    expect(() =>
      withinTime(10_000, () => {
        throw new RangeError("mine");
      }),
    ).toThrow(RangeError);
  });

  it.each<[string, () => unknown]>([
    ["a loop", forever],
    ["a loop that catches everything", catchAll],
    ["a regular expression", () => /^(a+)+$/.test(`${"a".repeat(60)}b`)],
  ])("ends %s", (_, run) => {
    expect(() => withinTime(50, run)).toThrow(OutOfTime);
  });

  it("can be used within itself", () => {
    expect(withinTime(10_000, () => withinTime(10_000, () => 2) + 1)).toBe(3);
    expect(() => withinTime(10_000, () => withinTime(50, forever))).toThrow(OutOfTime);
  });
});

describe("mapWithinTime", () => {
  it("replaces only what takes too long", () => {
    const run = (n: number): string => (n === 2 ? forever() : `ran ${n}`);
    expect(mapWithinTime([1, 2, 3], 50, run, (n) => `gave up ${n}`)).toEqual(["ran 1", "gave up 2", "ran 3"]);
  });

  it("blames nobody for the time that all took together", () => {
    const busy = (n: number): number => {
      const end = performance.now() + 30;
      while (performance.now() < end);
      return n;
    };
    const list = Array.from({ length: 20 }, (_, n) => n);
    expect(mapWithinTime(list, 200, busy, () => -1)).toEqual(list);
  });
});

function catchAll(): never {
  for (;;) {
    try {
      forever();
    } catch {}
  }
}
