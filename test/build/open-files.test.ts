import { mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { build } from "../../src/engine.js";
import { writeFirstSite } from "./random-edits.js";

const descriptors = "/proc/self/fd";
const isLinux = process.platform === "linux";

/** Files below a folder that this process has open. */
function openFilesBelow(folder: string): readonly string[] {
  return readdirSync(descriptors).flatMap((name) => {
    try {
      const file = readlinkSync(join(descriptors, name));
      return file.startsWith(folder) ? [file] : [];
    } catch {
      // Closed since.
      return [];
    }
  });
}

test.skipIf(!isLinux)(
  `one build after the other leaves no more files open${isLinux ? "" : " (needs Linux)"}`,
  async () => {
    const site = realpathSync(mkdtempSync(join(tmpdir(), "pumice-open-")));
    onTestFinished(() => rmSync(site, { recursive: true, force: true }));
    writeFirstSite(site);
    for (let number = 0; number < 4; number += 1) {
      rmSync(join(site, "_site"), { recursive: true, force: true });
      await build({ source: site });
      expect(openFilesBelow(site).length).toBeLessThan(2);
    }
  },
);
