import { linkSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../model/message.js";

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly started: string;
}

/** After this time a lock of another machine (or of a container that is gone) counts as left behind. */
const foreignLifetime = 15 * 60_000;

/** Locks of this process: one that has its number and is not among them was left by an earlier process. */
const held = new Set<string>();

/**
 * Makes this process the only one that builds the site whose `.pumice` folder is given, and returns the function that ends
 * this. The lock of a process that is no more is taken over. Throws a `UserError` when another build still runs after
 * `patience` milliseconds.
 */
export async function acquireLock(state: string, patience = 0): Promise<() => void> {
  const path = join(state, "lock");
  const giveUp = performance.now() + patience;
  while (!tryToLock(path)) {
    if (performance.now() >= giveUp) throw busy(path);
    await setTimeout(Math.min(100, patience));
  }
  held.add(path);
  return () => releaseLock(path);
}

function tryToLock(path: string): boolean {
  if (createLock(path)) return true;
  const text = readLock(path);
  if (text === undefined) return createLock(path);
  return isAbandoned(text, path) && takeAway(path, text) && createLock(path);
}

function createLock(path: string): boolean {
  // A link appears with its content, where a new file would be empty for a moment.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(self()));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves the abandoned lock away; when it turns out to be somebody's new one, puts that back. */
function takeAway(path: string, abandoned: string): boolean {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") === abandoned) return true;
    linkSync(aside, path);
    return false;
  } catch {
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAbandoned(text: string, path: string): boolean {
  const owner = parseOwner(text);
  if (!owner) return true;
  if (owner.host !== hostname()) return ageOf(path) > foreignLifetime;
  if (owner.pid === process.pid && !held.has(path)) return true;
  return !isRunning(owner.pid) || owner.started !== startOf(owner.pid);
}

function releaseLock(path: string): void {
  held.delete(path);
  if (readLock(path) === JSON.stringify(self())) unlinkSync(path);
}

const self = (): Owner => ({ pid: process.pid, host: hostname(), started: startOf(process.pid) });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** On Linux the 22nd field of a process's status is its start time; numbers are used again, above all in containers. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) && owner.pid > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

const ageOf = (path: string) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);

function busy(path: string): UserError {
  const owner = parseOwner(readLock(path) ?? "");
  const who = owner ? `process ${owner.pid}${owner.host === hostname() ? "" : ` on ${owner.host}`}` : "another process";
  return new UserError([
    {
      severity: "error",
      ruleId: "locked",
      reason: `Another build of this site is running (${who})`,
      note: "Wait for its end; if there is none, delete `.pumice/lock`",
    },
  ]);
}
