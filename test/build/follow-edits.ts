import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { build } from "../../src/engine.js";
import type { BuildResult } from "../../src/index.js";
import { cleanBuild } from "./clean-build.js";
import type { Edit } from "./random-edits.js";
import { readTree } from "./tree.js";

/**
 * Builds a site, then again after each round of edits: every byte is that of a clean build, and the build after it does
 * nothing. `look` sees the first state, `compare` each pair of builds of one state.
 */
export async function followEdits(
  writeFirst: (site: string) => void,
  rounds: readonly (readonly Edit[])[],
  look: (site: string) => void = () => {},
  compare: (warm: BuildResult, again: BuildResult) => void = () => {},
): Promise<void> {
  const site = mkdtempSync(join(tmpdir(), "pumice-warm-"));
  try {
    writeFirst(site);
    await build({ source: site });
    look(site);
    for (const round of rounds) {
      for (const { apply } of round) apply(site);
      const warm = await build({ source: site });
      expect(warm.ok).toBe(true);
      expect(readTree(join(site, "_site"))).toEqual(await cleanBuild(site));
      const again = await build({ source: site });
      expect([again.written.added, again.written.changed, again.written.removed]).toEqual([[], [], []]);
      expect(again.messages).toEqual(warm.messages);
      compare(warm, again);
    }
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}
