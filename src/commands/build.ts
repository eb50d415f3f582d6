import { Option } from "commander";
import { createReport, exitCodeOf } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, pickDefined, readSiteOptions } from "./site-options.js";

export const build: Command = {
  define: (command) => {
    addSiteOptions(command)
      .option("--strict", "treat warnings as errors")
      .option("--keep-going", "publish the good posts although others have errors")
      .option("--clean", "process everything anew")
      .option("--force", "write into a folder that holds files of somebody else (they are kept)")
      .option("--profile", "print where the time went")
      .option("-V, --verbose", "print every message, however often it repeats")
      .option("-q, --quiet", "print errors only")
      .option("--json", "print one JSON event a line on stdout");
    for (const flags of flagsOfJekyll) command.addOption(new Option(flags).hideHelp());
    return command.addHelpText("after", examples);
  },
  run: async ({ options, context }) => {
    const report = createReport(context, options);
    const source = String(options.source);
    try {
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

/** Accepted, so that scripts need no edit: builds are always incremental, and there is nothing unsafe to switch off. */
const flagsOfJekyll = [
  "-I, --incremental",
  "-t, --trace",
  "--safe",
  "--lsi",
  "--force_polling",
  "--strict_front_matter",
  "--disable-disk-cache",
];

const examples = `
Examples:
  pumice build                                 the site in this folder, to _site/
  pumice build -s blog -d public --drafts
  pumice build --baseurl /blog --strict        in CI
  pumice build --config _config.yml,_config.local.yml`;
