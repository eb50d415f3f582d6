import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { cleanBuild } from "./clean-build.js";
import { accident, type Edit, edit, writeFirstSite } from "./random-edits.js";
import { readTree } from "./tree.js";

/** More of them: `PUMICE_SEQUENCES=500 npx vitest run test/build`. */
const sequences = Number(process.env.PUMICE_SEQUENCES ?? 25);

async function follow(rounds: readonly (readonly Edit[])[]): Promise<void> {
  const site = mkdtempSync(join(tmpdir(), "pumice-warm-"));
  try {
    writeFirstSite(site);
    await build({ source: site });
    for (const round of rounds) {
      for (const { apply } of round) apply(site);
      const warm = await build({ source: site });
      expect(warm.ok).toBe(true);
      expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
      // Whatever was just built stands: the next build does nothing.
      const again = await build({ source: site });
      expect([again.written.added, again.written.changed, again.written.removed]).toEqual([[], [], []]);
      expect(again.messages).toEqual(warm.messages);
      expect(again.counts).toEqual({ ...warm.counts, fromCache: warm.counts.posts + warm.skipped.length });
    }
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

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
