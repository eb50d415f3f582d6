import { InvalidArgumentError } from "commander";
import { publishDraft } from "../authoring/publish-draft.js";
import { parseDate } from "../lib/dates.js";
import { printable } from "../lib/printable.js";
import { createReport } from "../report.js";
import { configOf } from "../work/config-of.js";
import type { Command } from "./command.js";
import { addSourceOptions, readSiteOptions } from "./site-options.js";

export const publish: Command = {
  define: (command) =>
    addSourceOptions(command)
      .argument("<draft>", "file of the draft, or its name without folder and ending")
      .option("--date <date>", "publish at this time instead of now; the future is allowed", checkDate)
      .addHelpText("after", examples),
  run: async ({ args, options, context }) => {
    try {
      const config = configOf(readSiteOptions(options));
      const instant = options.date === undefined ? Date.now() : parseDate(String(options.date), config.timezone)!;
      const { from, to } = publishDraft(config, args[0]!, instant);
      context.stderr.write(`${printable(from)} is published; \`pumice build\` shows it\n`);
      context.stdout.write(`${printable(to)}\n`);
      return 0;
    } catch (error) {
      return createReport(context).failure(error, String(options.source));
    }
  },
};

function checkDate(text: string): string {
  if (parseDate(text, "UTC") === undefined) throw new InvalidArgumentError("A date such as 2025-02-26 is needed.");
  return text;
}

const examples = `
Gives the draft a date, takes out what holds it back (\`draft: true\`) and moves it to the posts. Prints its new path.

Examples:
  pumice publish drafts/my-first-post.md
  pumice publish my-first-post
  pumice publish my-first-post --date "2030-01-01 08:00"`;
