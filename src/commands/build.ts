import { Option } from "commander";
import { UserError } from "../model/message.js";
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

function watches(): UserError {
  const reason = "`pumice build` builds once";
  const note = "`pumice dev` shows the site and follows its changes";
  return new UserError([{ severity: "error", ruleId: "no-watch", reason, note }], 2);
}

/** Accepted, so that scripts need no edit: builds are always incremental, and there is nothing unsafe to switch off. */
const flagsOfJekyll = [
  "-I, --incremental",
  "-t, --trace",
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
  pumice build --config _config.yml,_config.local.yml`;
