#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./commands/program.js";

const interrupted = 130;

process.on("SIGINT", () => process.exit(interrupted));
// `pumice list urls | head` closes the pipe early: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// Node 22 and later keep the compiled program between runs, which saves a tenth of a build of one post.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// V8 inlines up to 920 bytes of its code into a function that it optimizes, which takes it a third of the time of a build of a
// thousand posts. So it takes a sixth, and a tenth of all is saved; builds of ten thousand are no slower (docs/performance.md).
setFlagsFromString("--max-inlined-bytecode-size-cumulative=250");

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  engine: () => import("./engine.js"),
});
