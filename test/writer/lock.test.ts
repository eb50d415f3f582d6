import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acquireLock } from "../../src/writer/lock.js";
import { makeFolder } from "./folder.js";

const lockOf = (folder: string, owner: object) => writeFileSync(join(folder, "lock"), JSON.stringify(owner));
const deadPid = spawnSync(process.execPath, ["-e", ""]).pid;

test("only one build at a time, and the next when it is over", async () => {
  const folder = makeFolder();
  const release = await acquireLock(folder);
  await expect(acquireLock(folder)).rejects.toThrow(/Another build of this site is running \(process \d+\)/);
  const waiting = acquireLock(folder, 5000);
  release();
  (await waiting)();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a dead process", { pid: deadPid, host: hostname(), started: "1" }],
  ["an earlier process of the same number", { pid: process.ppid, host: hostname(), started: "1" }],
  ["an earlier process of our own number", { pid: process.pid, host: hostname(), started: "1" }],
  ["nobody", {}],
])("takes over the lock of %s", async (_, owner) => {
  const folder = makeFolder();
  lockOf(folder, owner);
  const release = await acquireLock(folder);
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  release();
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

test("respects the lock of another machine for a while", async () => {
  const folder = makeFolder();
  lockOf(folder, { pid: 1, host: "elsewhere", started: "1" });
  await expect(acquireLock(folder)).rejects.toThrow(/process 1 on elsewhere/);
  utimesSync(join(folder, "lock"), 1000, 1000);
  (await acquireLock(folder))();
});

test("does not release a lock that somebody else took over", async () => {
  const folder = makeFolder();
  const release = await acquireLock(folder);
  lockOf(folder, { pid: 1, host: "elsewhere", started: "1" });
  release();
  expect(existsSync(join(folder, "lock"))).toBe(true);
});
