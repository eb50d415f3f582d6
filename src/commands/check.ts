import { readFileSync } from "node:fs";
import { Option } from "commander";
import { parseUrlList } from "../checks/vanished-urls.js";
import { UserError } from "../model/message.js";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, pickDefined, readSiteOptions } from "./site-options.js";

export const check: Command = {
  define: (command) =>
    addSiteOptions(command)
      .option("--fix", "repair the front matter of posts first, comments and order kept")
      .option("--external", "ask other hosts whether what links lead to is there")
      .option("--urls <file>", "tell which addresses of an earlier `pumice list urls` are gone")
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
      const { fix, external, urls } = options;
      const result = await check({
        ...readSiteOptions(options),
        ...pickDefined({ fix, external }),
        ...(urls === undefined ? {} : { publishedUrls: readUrlList(String(urls)) }),
        onProgress: report.progress,
      });
      report.check(result);
      return exitCodeOf(result.messages, options.strict === true);
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

function readUrlList(file: string): readonly string[] {
  try {
    return parseUrlList(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = `The list of addresses ${file} cannot be read: ${(error as Error).message}`;
    throw new UserError([{ severity: "error", ruleId: "url-list", reason }], 2);
  }
}

const examples = `
Looks for broken links and anchors, missing pictures, pictures without alt, headings that skip a level, pictures over http,
template code that nobody renders, and what is odd in front matter. Exit code 1 for errors.

Examples:
  pumice check
  pumice check --fix
  pumice check --external
  pumice check --urls urls-of-last-year.txt    made by pumice list urls
  pumice check --strict --format github        in CI
  pumice check --format sarif > pumice.sarif`;
