import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { readTree } from "../build/tree.js";
import { endOf, notCompiled, startProgram } from "../program.js";
import { placeOf } from "../writer/site.js";
import { siteWith } from "./site.js";

/** So many builds are killed: half of them anywhere, half of them while they publish. `PUMICE_KILLS=200` for a night. */
const kills = Number(process.env.PUMICE_KILLS ?? 4);

/** Enough for threads to be at work. */
const posts = 220;

describe.skipIf(notCompiled)(`kill -9${notCompiled ? ` (${notCompiled})` : ""}`, () => {
  test(
    `a build that is killed leaves the old site or the new one, and the next build completes it: ${kills} times`,
    async () => {
      const [old, next] = await Promise.all([wholeSite(0), wholeSite(1)]);
      const source = siteWith(filesOf(0));
      const began = performance.now();
      await buildWhole(source);
      const duration = performance.now() - began;
      const seen = { killed: 0, interrupted: 0 };
      for (let round = 1; round <= kills; round += 1) {
        const [before, after] = round % 2 === 1 ? [old, next] : [next, old];
        change(source, round % 2);
        const child = startProgram(["build", "-s", source]);
        const ended = endOf(child);
        const { journal, destination } = placeOf(source);
        if (round % 4 < 2) await setTimeout(Math.random() * duration);
        else while (child.exitCode === null && !existsSync(journal)) await setImmediate();
        child.kill("SIGKILL");
        if ((await ended).exitCode === null) seen.killed += 1;
        if (existsSync(journal)) seen.interrupted += 1;
        else expect([before, after], `round ${round}`).toContainEqual(fingerprint(destination));
        await buildWhole(source);
        expect(fingerprint(destination), `round ${round}`).toEqual(after);
        expect(existsSync(journal)).toBe(false);
      }
      // It was what it says.
      expect(seen.killed).toBeGreaterThan(kills / 3);
      if (kills > 4) expect(seen.interrupted).toBeGreaterThan(0);
    },
    60_000 + kills * 60_000,
  );
});

/** Version 0 or 1: other words, other posts, other addresses. */
function filesOf(version: number): Record<string, string> {
  const days = Array.from({ length: posts }, (_, index) => index);
  const written = days.map((n) => [
    `posts/${n < posts / 2 ? "kept" : `only-in-${version}`}-${n}.html`,
    `---\ntitle: Stone ${n}\ndate: 2024-01-${(n % 28) + 1}\ntags: [quarry-${n % 7}]\n---\n<p>Layer ${n % 3 === 0 ? version : "of ash"}.</p>\n`,
  ]);
  return { "_config.yml": `title: Quarry ${version}\nurl: https://quarry.example\n`, ...Object.fromEntries(written) };
}

function change(source: string, version: number): void {
  rmSync(join(source, "posts"), { recursive: true });
  mkdirSync(join(source, "posts"));
  for (const [path, text] of Object.entries(filesOf(version))) writeFileSync(join(source, path), text);
}

/** What a build in a folder that has seen nothing before makes. */
async function wholeSite(version: number): Promise<string> {
  const source = siteWith(filesOf(version));
  await buildWhole(source);
  return fingerprint(join(source, "_site"));
}

async function buildWhole(source: string): Promise<void> {
  const { exitCode, output } = await endOf(startProgram(["build", "-s", source]));
  expect([exitCode, exitCode === 0 ? "" : output]).toEqual([0, ""]);
}

/** Of every path and byte. */
function fingerprint(folder: string): string {
  return createHash("sha256")
    .update(JSON.stringify(readTree(folder)))
    .digest("hex");
}
