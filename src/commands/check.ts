import { Option } from "commander";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, readSiteOptions } from "./site-options.js";

export const check: Command = {
  define: (command) =>
    addSiteOptions(command)
      .option("--strict", "exit with 1 for warnings as well")
      .option("-V, --verbose", "print every message, however often it repeats")
      .option("-q, --quiet", "print errors only")
      .option("--json", "print one JSON event a line on stdout")
      .addOption(new Option("--format <name>", "print for another program on stdout").choices(["github", "sarif"]))
      .addHelpText("after", examples),
  run: async ({ options, context }) => {
    const report = createReport(context, options);
    try {
      const { check } = await import("../check.js");
      const result = await check({ ...readSiteOptions(options), onProgress: report.progress });
      report.check(result);
      return exitCodeOf(result.messages, options.strict === true);
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

const examples = `
Looks for broken links and anchors, missing pictures, pictures without alt, headings that skip a level, pictures over http,
template code that nobody renders, and what is odd in front matter. Exit code 1 for errors.

Examples:
  pumice check
  pumice check --strict --format github        in CI
  pumice check --format sarif > pumice.sarif`;
