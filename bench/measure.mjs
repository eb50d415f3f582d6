import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** GNU time: what else tells the CPU time and the peak memory of a process with its children? */
const gnuTime = "/usr/bin/time";

/**
 * Runs a command and measures it: wall and CPU in seconds, the largest process's peak memory in MB, and how many files of
 * `output` were written. Without GNU time, CPU and memory are `null`.
 */
export function measure([command, ...args], { cwd, output }) {
  const report = join(tmpdir(), `pumice-bench-${process.pid}`);
  const timed = existsSync(gnuTime) ? [gnuTime, "-o", report, "-f", "%U %S %M", command, ...args] : [command, ...args];
  const began = Date.now();
  const start = performance.now();
  const { status, stderr } = spawnSync(timed[0], timed.slice(1), { cwd, encoding: "utf8", maxBuffer: 1e8 });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${cwd}:\n${stderr}`);
  const files = countWritten(output, began);
  if (!existsSync(report)) return { wall, cpu: null, memory: null, files };
  const [user, system, kilobytes] = readFileSync(report, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  rmSync(report);
  return { wall, cpu: user + system, memory: kilobytes / 1024, files };
}

/** Of each figure the median. */
export function medianOf(runs) {
  const names = Object.keys(runs[0]);
  const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  return Object.fromEntries(names.map((name) => [name, middle(runs.map((run) => run[name]))]));
}

function countWritten(folder, since) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  // Renaming a file into place changes only the time of its inode.
  const isNew = (path) => statSync(path).ctimeMs >= since;
  return entries.filter((entry) => entry.isFile() && isNew(join(entry.parentPath, entry.name))).length;
}
