import { InvalidArgumentError, Option } from "commander";
import { countOf, formatCount, formatDuration } from "../lib/format.js";
import { UserError } from "../model/message.js";
import type { Shard, WarmedCache } from "../model/warm-cache.js";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, pickDefined, readSiteOptions } from "./site-options.js";

export const build: Command = {
  define: (command) => {
    addSiteOptions(command)
      .option("--strict", "treat warnings as errors")
      .option("--keep-going", "publish the good posts although others have errors")
      .option("--clean", "process everything anew")
      .option("--shard <i/n>", "only cache the i-th of n shares of the posts, write no site", readShard)
      .option("--force", "write into a folder that holds files of somebody else (they are kept)")
      .option("--profile", "print where the time went")
      .option("-V, --verbose", "print every message, however often it repeats")
      .option("-q, --quiet", "print errors only")
      .option("--json", "print one JSON event a line on stdout");
    command.addOption(new Option("--layouts <folder>", "folder of the layouts of a Jekyll site").hideHelp());
    command.addOption(new Option("-w, --watch").hideHelp());
    for (const flags of flagsOfJekyll) command.addOption(new Option(flags).hideHelp());
    return command.addHelpText("after", examples);
  },
  run: async ({ options, context }) => {
    const report = createReport(context, options);
    const source = String(options.source);
    try {
      if (options.watch === true) throw watches();
      if (options.shard) {
        const { warmCache } = await import("../warm-cache.js");
        const shard = options.shard as Shard;
        const warmed = await warmCache({ ...readSiteOptions(options), shard, onProgress: report.progress });
        context.stderr.write(`${printWarmed(warmed, shard)}\n`);
        return 0;
      }
      const { build } = await context.engine();
      const {
        strict,
        keepGoing,
        force,
        profile,
        safe,
        incremental,
        strict_front_matter: strictFrontMatter,
        verbose,
      } = options;
      const clean = options.clean ?? options.disableDiskCache;
      const result = await build({
        ...readSiteOptions(options),
        ...pickDefined({ strict, keepGoing, clean, force, profile, safe, incremental, strictFrontMatter, verbose }),
        ...(options.layouts ? { layoutsFolder: String(options.layouts) } : {}),
        ...(options.disableDiskCache ? { diskCache: false } : {}),
        onProgress: report.progress,
      });
      report.build(result);
      return result.ok ? exitCodeOf(result.messages, strict === true) : 1;
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

function watches(): UserError {
  const reason = "`pumice build` builds once";
  const note = "`pumice dev` shows the site and follows its changes";
  return new UserError([{ severity: "error", ruleId: "no-watch", reason, note }], 2);
}

/** Accepted, so that scripts need no edit: builds are always incremental, and there is nothing unsafe to switch off. */
const flagsOfJekyll = [
  "-I, --incremental",
  "--safe",
  "--lsi",
  "--force_polling",
  "--strict_front_matter",
  "--disable-disk-cache",
  "--no-watch",
  "-p, --plugins <folder>",
];

const examples = `
Examples:
  pumice build                                 the site in this folder, to _site/
  pumice build -s blog -d public --drafts
  pumice build --baseurl /blog --strict        in CI
  pumice build --shard 2/8                     one of eight machines that share the work
  pumice build --config _config.yml,_config.local.yml`;
