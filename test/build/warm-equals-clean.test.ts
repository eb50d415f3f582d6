import fc from "fast-check";
import { expect, test } from "vitest";
import { followEdits } from "./follow-edits.js";
import { accident, type Edit, edit, writeFirstSite } from "./random-edits.js";

/** More of them: `PUMICE_SEQUENCES=500 npx vitest run test/build`. */
const sequences = Number(process.env.PUMICE_SEQUENCES ?? 25);

const follow = (rounds: readonly (readonly Edit[])[]): Promise<void> =>
  followEdits(writeFirstSite, rounds, undefined, (warm, again) =>
    expect(again.counts).toEqual({ ...warm.counts, fromCache: warm.counts.posts + warm.skipped.length }),
  );

const rounds = fc.array(
  fc.array(fc.oneof({ weight: 5, arbitrary: edit }, { weight: 1, arbitrary: accident }), {
    minLength: 1,
    maxLength: 3,
  }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

test(
  `after any of ${sequences} sequences of edits, a build on top of the last gives every byte of a clean one`,
  async () => {
    await fc.assert(
      fc.asyncProperty(rounds, (sequence) => follow(sequence)),
      { numRuns: sequences, interruptAfterTimeLimit: sequences * 20_000 },
    );
  },
  sequences * 30_000,
);
