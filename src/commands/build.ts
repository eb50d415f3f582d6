import { InvalidArgumentError, Option } from "commander";
import { countOf, formatCount, formatDuration } from "../lib/format.js";
import { printable } from "../lib/printable.js";
import type { Shard, WarmedCache } from "../model/warm-cache.js";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { printPaths } from "./print-paths.js";
import { addJekyllOptions, addSiteOptions, pickDefined, readJekyllOptions, readSiteOptions } from "./site-options.js";

export const build: Command = {
  define: (command) => {
    addSiteOptions(command)
      .option("--strict", "treat warnings as errors")
      .option("--keep-going", "publish the good posts although others have errors")
      .option("--clean", "process everything anew")
      .option("--shard <i/n>", "only cache the i-th of n shares of the posts, write no site", readShard)
      .option("--force", "write into a folder that holds files of somebody else (they are kept)")
      .option("-w, --watch", "build again whenever sources change")
      .option("--profile", "print where the time went")
      .option("-V, --verbose", "print every message, however often it repeats")
      .option("-q, --quiet", "print errors only")
      .option("--json", "print one JSON event a line on stdout");
    for (const flags of ["--no-watch", "--force_polling"]) command.addOption(new Option(flags).hideHelp());
    return addJekyllOptions(command).addHelpText("after", examples);
  },
  run: async ({ options, context }) => {
    const report = createReport(context, options);
    const source = String(options.source);
    try {
      if (options.shard) {
        const { warmCache } = await import("../warm-cache.js");
        const shard = options.shard as Shard;
        const warmed = await warmCache({ ...readSiteOptions(options), shard, onProgress: report.progress });
        context.stderr.write(`${printWarmed(warmed, shard)}\n`);
        return 0;
      }
      const { build } = await context.engine();
      const { strict, keepGoing, force, profile, verbose } = options;
      const clean = options.clean ?? options.disableDiskCache;
      const buildAndTell = async () => {
        const result = await build({
          ...readSiteOptions(options),
          ...readJekyllOptions(options),
          ...pickDefined({ strict, keepGoing, clean, force, profile, verbose }),
          onProgress: report.progress,
        });
        report.build(result);
        return result;
      };
      const result = await buildAndTell();
      if (options.watch !== true) return result.ok ? exitCodeOf(result.messages, strict === true) : 1;
      const { rebuildOnChange } = await import("./rebuild.js");
      context.stderr.write(`  watching ${printable(result.config.source)} for changes\n`);
      return await rebuildOnChange({
        config: result.config,
        polling: options.force_polling === true,
        build: async (paths) => {
          context.stderr.write(`  ${printPaths(paths)}\n`);
          await buildAndTell().catch((error: unknown) => report.failure(error, source));
        },
        onError: (error) => report.failure(error, source),
      });
    } catch (error) {
      return report.failure(error, source);
    }
  },
};

function readShard(text: string): Shard {
  const [index, count] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (!index || !count || index > count) throw new InvalidArgumentError("A share such as 2/8 is needed.");
  return { index, count };
}

function printWarmed({ posts, postFiles, fromCache, milliseconds }: WarmedCache, { index, count }: Shard): string {
  const share = `share ${index} of ${count}: ${formatCount(posts)} of ${countOf(postFiles, "post")}`;
  return `✔ cached ${share} (${formatCount(fromCache)} were there) · ${formatDuration(milliseconds)}`;
}

const examples = `
Examples:
  pumice build                                 the site in this folder, to _site/
  pumice build -s blog -d public --drafts
  pumice build --baseurl /blog --strict        in CI
  pumice build --shard 2/8                     one of eight machines that share the work
  pumice build --config _config.yml,_config.local.yml`;
