import { countOf } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import { createReport } from "../report.js";
import { removeJekyllCaches } from "../work/jekyll/remove-caches.js";
import { removeBuilds } from "../writer/remove-builds.js";
import type { Command } from "./command.js";

export const clean: Command = {
  define: (command) =>
    command
      .option("-s, --source <folder>", "folder of the site", ".")
      .option("-d, --destination <folder>", "an output folder outside the site to be cleaned, too")
      .option("-q, --quiet", "print errors only")
      .addHelpText("after", examples),
  run: async ({ options, context }) => {
    const report = createReport(context);
    const source = String(options.source);
    try {
      const { removed, left } = await removeBuilds(source, options.destination as string | undefined);
      const caches = removeJekyllCaches({ source });
      if (options.quiet) return 0;
      context.stderr.write(`removed ${countOf(removed, "file")} of earlier builds and their cache\n`);
      for (const cache of caches) context.stderr.write(`removed ${printable(cache)}\n`);
      for (const folder of left) context.stderr.write(`left ${printable(folder)}: name it with -d to clean it, too\n`);
      return 0;
    } catch (error) {
      return report.failure(error, source);
    }
  },
};

const examples = `
Only files that a build has written are removed, and the folder .pumice; of a Jekyll site also .jekyll-cache, .jekyll-metadata
and .sass-cache.

Examples:
  pumice clean
  pumice clean -s blog -d /var/www/blog`;
