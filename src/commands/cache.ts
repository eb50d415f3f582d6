import { Argument } from "commander";
import { countOf } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import { createReport } from "../report.js";
import type { Command } from "./command.js";
import { addSourceOptions, readSiteOptions } from "./site-options.js";

export const cache: Command = {
  define: (command) =>
    addSourceOptions(command)
      .addArgument(new Argument("<action>", "what to do").choices(["merge"]))
      .argument("<folders...>", "caches of other machines: folders named .pumice, or with one in them")
      .addHelpText("after", examples),
  run: async ({ args, options, context }) => {
    const report = createReport(context);
    try {
      const { mergeCaches } = await import("../warm-cache.js");
      const folders = [args[1] ?? []].flat();
      const { posts, unusable } = await mergeCaches(readSiteOptions(options), folders);
      for (const folder of unusable)
        context.stderr.write(`${printable(folder)} has no cache of this program with this configuration\n`);
      context.stderr.write(`the cache holds ${countOf(posts, "post")}\n`);
      return unusable.length > 0 ? 1 : 0;
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

const examples = `
Joins what \`pumice build --shard\` has cached on several machines. docs/large-sites.md shows the workflow.

Examples:
  pumice cache merge shares/1 shares/2 shares/3`;
