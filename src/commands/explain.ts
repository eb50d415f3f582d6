import { printExplanation } from "../report/explanation.js";
import { colorsOf } from "../report/terminal.js";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, readSiteOptions } from "./site-options.js";
import { readStdin } from "./stdin.js";

export const explain: Command = {
  define: (command) =>
    addSiteOptions(command)
      .argument("<file>", "a post, or any file with front matter and a body; - reads standard input")
      .option("--json", "print a JSON object")
      .addHelpText("after", examples),
  run: async ({ args, options, context }) => {
    const file = args[0]!;
    const report = createReport(context);
    try {
      const { explain } = await import("../explain.js");
      const { source, ...others } = readSiteOptions(options);
      const isSiteNamed = source !== undefined && source !== ".";
      const explanation = await explain(file === "-" ? "standard-input.html" : file, {
        ...others,
        ...(isSiteNamed ? { source } : {}),
        ...(file === "-" ? { bytes: await readStdin() } : {}),
      });
      if (options.json) context.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`);
      else {
        const { stdout } = context;
        const lines = printExplanation(explanation, colorsOf(context, stdout), stdout.columns ?? 120);
        context.stdout.write(`${lines.join("\n")}\n`);
        report.messages(explanation.messages, explanation.source);
      }
      return exitCodeOf(explanation.messages);
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

const examples = `
Tells of one post where each value of its front matter comes from, which cleanups recognised it and by what sign, what they
removed or changed, and what a reader loses by that.

Examples:
  pumice explain posts/2025-02-26-aigc.md
  pumice explain ~/Downloads/article.html --json
  curl -s https://example.org/post | pumice explain -`;
