import {
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/engine.js";
import { writeFirstSite } from "../build/random-edits.js";
import { readTree } from "../build/tree.js";

/*
 * Whatever happens to the files of the cache, the next build gives the bytes of a clean one. PUMICE_DAMAGES names how
 * many are tried.
 */

const numRuns = Number(process.env.PUMICE_DAMAGES) || 40;

const root = mkdtempSync(join(tmpdir(), "pumice-damage-"));
const [standing, edited] = [join(root, "standing"), join(root, "edited")];
const post = "posts/2024-03-01-one.html";
let expectedBefore: Record<string, string>;
let expectedAfter: Record<string, string>;

beforeAll(async () => {
  writeFirstSite(standing);
  cpSync(standing, edited, { recursive: true });
  edit(edited);
  expect((await build({ source: standing })).ok).toBe(true);
  expect((await build({ source: edited })).ok).toBe(true);
  expectedBefore = readTree(join(standing, "_site"));
  expectedAfter = readTree(join(edited, "_site"));
  expect(expectedAfter).not.toEqual(expectedBefore);
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the next build finds, beside the damage: which of the cache's parts it asks for depends on it. */
type Situation = "nothing else changed" | "a post was edited" | "the output is gone" | "both";

interface Damage {
  readonly name: string;
  readonly apply: (file: string, at: number) => void;
}

const damages: readonly Damage[] = [
  { name: "a flipped bit", apply: flipBit },
  { name: "cut off", apply: (file, at) => truncateSync(file, Math.floor(at * lstatSync(file).size)) },
  { name: "other bytes from there on", apply: overwriteFrom },
  { name: "another's file", apply: (file) => writeFileSync(file, "12\n{}\n") },
  { name: "gone", apply: (file) => rmSync(file) },
  { name: "a link to nowhere", apply: linkToNowhere },
];

/** From 0 to below 1, all alike. */
const share = fc.noBias(fc.nat(1e9 - 1)).map((number) => number / 1e9);

const cases = fc.record({
  damage: fc.oneof({ weight: 4, arbitrary: fc.constant(damages[0]!) }, fc.constantFrom(...damages)),
  file: share,
  at: share,
  situation: fc.constantFrom<Situation>("nothing else changed", "a post was edited", "the output is gone", "both"),
});

test(`a damaged cache gives what a clean build gives, ${numRuns} times`, {
  timeout: 60_000 + numRuns * 2000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ damage, file, at, situation }) => {
      const site = join(root, "site");
      rmSync(site, { recursive: true, force: true });
      cpSync(standing, site, { recursive: true, preserveTimestamps: true });
      const files = Object.keys(readTree(join(site, ".pumice"))).filter((path) => path !== ".gitignore");
      damage.apply(join(site, ".pumice", files[Math.floor(file * files.length)]!), at);
      const isEdited = situation === "a post was edited" || situation === "both";
      if (isEdited) edit(site);
      if (situation === "the output is gone" || situation === "both") rmSync(join(site, "_site"), { recursive: true });
      const { ok, messages } = await build({ source: site });
      expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(ok).toBe(true);
      expect(readTree(join(site, "_site"))).toEqual(isEdited ? expectedAfter : expectedBefore);
    }),
    { numRuns, endOnFailure: true },
  );
});

function edit(site: string): void {
  const text = readFileSync(join(site, post), "utf8");
  writeFileSync(join(site, post), text.replace("foam", "another foam"));
}

function linkToNowhere(file: string): void {
  rmSync(file);
  symlinkSync("/nowhere/at/all", file);
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  const bit = Math.floor(at * bytes.length * 8);
  if (bytes.length > 0) bytes[bit >> 3]! ^= 1 << (bit & 7);
  writeFileSync(file, bytes);
}

function overwriteFrom(file: string, at: number): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x5a, Math.floor(at * bytes.length)));
}
