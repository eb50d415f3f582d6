#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./commands/program.js";
import { codeFolder, isCompiled } from "./lib/program-folder.js";

/** What Node 20 has not. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

const interrupted = 130;

process.on("SIGINT", () => process.exit(interrupted));
// `pumice list urls | head` closes the pipe early: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// V8 inlines up to 920 bytes of its code into a function that it optimizes, and so it optimizes for a third of the processor
// time of a build of a thousand posts. With less it does for a quarter, and a build of ten thousand is no slower.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=250");

// Node 22 and later keep the compiled program between runs. Beside the program: what lies there is as trusted as it is.
if (isCompiled) (module as CompileCache).enableCompileCache?.(fileURLToPath(new URL("compile-cache", codeFolder)));

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  engine: () => import("./engine.js"),
});
