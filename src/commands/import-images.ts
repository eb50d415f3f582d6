import { countOf, formatBytes, formatCount } from "../lib/format.js";
import type { ImportedImages } from "../model/import-images.js";
import { createReport } from "../report.js";
import type { Command } from "./command.js";
import { addSourceOptions, pickDefined, readSiteOptions } from "./site-options.js";

export const importImages: Command = {
  define: (command) =>
    addSourceOptions(command)
      .option("-D, --drafts", "also the pictures of drafts")
      .option("--dry-run", "fetch and change nothing, only count")
      .addHelpText("after", examples),
  run: async ({ options, context }) => {
    const report = createReport(context);
    try {
      const { importImages: run } = await import("../import-images.js");
      const { dryRun } = options;
      const result = await run({
        ...readSiteOptions(options),
        ...pickDefined({ dryRun }),
        onProgress: report.progress,
      });
      report.messages(result.messages, result.source);
      context.stderr.write(`${summaryOf(result, dryRun === true)}\n`);
      return result.messages.length > 0 ? 1 : 0;
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

function summaryOf(result: ImportedImages, isDry: boolean): string {
  const { wanted, hosts, fetched, bytes, known, posts, folder } = result;
  if (wanted === 0) return "No post shows a picture of another host";
  const shown = `${countOf(wanted, "picture")} of ${countOf(hosts, "host")}`;
  if (isDry) return `The posts show ${shown}, ${formatCount(known)} of them fetched already`;
  const failed = wanted - known - fetched;
  const rest = failed > 0 ? `, ${formatCount(failed)} not` : "";
  return `Fetched ${formatCount(fetched)} of ${shown} (${formatBytes(bytes)}) into ${folder}/${rest} · changed ${countOf(posts.length, "post")}`;
}

const examples = `
Saves the pictures that posts show from other hosts below assets/imported/, and writes their new addresses into the posts:
look at the change with \`git diff\`. At most two requests at a time to one host; a host that asks for a pause gets one.
Called again, it fetches what is missing. \`external_links:\` in the config has \`ignore\`, \`timeout\` and \`private\`.

Examples:
  pumice import-images --dry-run
  pumice import-images`;
