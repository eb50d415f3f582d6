import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

export const cli = resolve(import.meta.dirname, "../dist/cli.js");

/** Why tests of the compiled program are skipped, for their names; undefined where they run. */
export const notCompiled: string | undefined = existsSync(cli)
  ? undefined
  : "skipped: the program is not compiled, `npm run compile` does it";

/** Starts the compiled program in a process of its own. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export interface Ended {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
}

/** What a process wrote to both of its streams, once it has ended. */
export function endOf(child: ChildProcess): Promise<Ended> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.once("close", (exitCode) => resolve({ exitCode, output })));
}
