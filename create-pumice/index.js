#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/* `npm create pumice my-blog` is `pumice init my-blog`. */

const program = join(dirname(createRequire(import.meta.url).resolve("pumice/package.json")), "dist/cli.js");
const { status } = spawnSync(process.execPath, [program, "init", ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
