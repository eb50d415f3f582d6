import fc from "fast-check";
import { expect, test } from "vitest";
import { followEdits } from "./follow-edits.js";
import { cachedFiles, cutCache, jekyllEdit, straightQuotes, writeFirstJekyllSite } from "./jekyll-edits.js";
import type { Edit } from "./random-edits.js";

/** More of them: `PUMICE_SEQUENCES=500 npx vitest run test/build/jekyll`. */
const sequences = Number(process.env.PUMICE_SEQUENCES ?? 6);

const follow = (rounds: readonly (readonly Edit[])[]): Promise<void> =>
  followEdits(writeFirstJekyllSite, rounds, (site) => expect(cachedFiles(site)).not.toEqual([]));

const step = fc.oneof({ weight: 5, arbitrary: jekyllEdit }, { weight: 1, arbitrary: fc.constant(cutCache) });
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

test(
  `after any of ${sequences} sequences of edits, a Jekyll site with a cache gives every byte of one without`,
  async () => {
    await fc.assert(
      fc.asyncProperty(rounds, (sequence) => follow(sequence)),
      { numRuns: sequences, interruptAfterTimeLimit: sequences * 20_000 },
    );
  },
  sequences * 30_000,
);

test("a cache that was cut off while it was written is not published", () => follow([[cutCache]]), 30_000);

test("other settings of kramdown convert again", () => follow([[straightQuotes]]), 30_000);
