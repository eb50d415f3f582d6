#!/usr/bin/env node
import { runProgram } from "./commands/program.js";

const interrupted = 130;

process.on("SIGINT", () => process.exit(interrupted));
// `pumice list urls | head` closes the pipe early: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  engine: () => import("./engine.js"),
});
