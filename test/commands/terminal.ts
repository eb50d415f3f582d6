import type { Context, Engine } from "../../src/commands/command.js";
import { runProgram } from "../../src/commands/program.js";

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line with the program's own engine (or another), and returns all that it printed. */
export async function run(argv: readonly string[], engine?: Engine, env: Context["env"] = {}): Promise<Run> {
  const printed = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
    },
  });
  const exitCode = await runProgram(argv, {
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    env,
    engine: async () => engine ?? (await import("../../src/build.js")),
  });
  return { exitCode, ...printed };
}
