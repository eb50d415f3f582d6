import { type Command, InvalidArgumentError, Option } from "commander";
import type { BuildOptions } from "../model/build.js";

/** Adds the options that say which site is meant, for commands that do not care which posts are published. */
export function addSourceOptions(command: Command): Command {
  return command
    .option("-s, --source <folder>", "folder of the site", ".")
    .option("--config <files>", "configuration files, separated by commas; the later ones win", splitAtCommas);
}

/** Adds the options that say which site is meant and which of its posts: Jekyll's, under Jekyll's names. */
export function addSiteOptions(command: Command): Command {
  return command
    .option("-s, --source <folder>", "folder of the site", ".")
    .option("-d, --destination <folder>", "folder to write to (default: _site)")
    .option("--config <files>", "configuration files, separated by commas; the later ones win", splitAtCommas)
    .option("-D, --drafts", "publish drafts, too")
    .option("--future", "publish posts with a date in the future, too")
    .option("--unpublished", "publish posts with `published: false`, too")
    .option("--limit_posts <number>", "publish the newest posts only", parseCount)
    .addOption(new Option("--limit-posts <number>").argParser(parseCount).hideHelp())
    .option("-b, --baseurl <path>", "path under which the site lives, such as /blog");
}

/** Jekyll's, so that scripts need no edit; what is not asked for below there is nothing to do for. */
const jekyllFlags = [
  "-I, --incremental",
  "--safe",
  "--lsi",
  "--strict_front_matter",
  "--disable-disk-cache",
  "-p, --plugins <folder>",
  "--layouts <folder>",
];

/** Adds the options of Jekyll's `build` and `serve` that only sites of its shape know. */
export function addJekyllOptions(command: Command): Command {
  for (const flags of jekyllFlags) command.addOption(new Option(flags).hideHelp());
  return command;
}

/** What they ask for. */
export function readJekyllOptions(options: Options): BuildOptions {
  const { safe, incremental, strict_front_matter: strictFrontMatter, layouts: layoutsFolder } = options;
  const diskCache = options.disableDiskCache ? false : undefined;
  return pickDefined({ safe, incremental, strictFrontMatter, layoutsFolder, diskCache });
}

type Options = Readonly<Record<string, unknown>>;

/** The build options that such a command line asks for; what it does not mention is left out. */
export function readSiteOptions(options: Options): BuildOptions {
  const { source, destination, config, drafts, future, unpublished, baseurl } = options;
  const limitPosts = options.limit_posts ?? options.limitPosts;
  return pickDefined({ source, destination, config, drafts, future, unpublished, limitPosts, baseurl });
}

/** Without the keys that are undefined, which would count as given. */
export function pickDefined(options: Options): BuildOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function splitAtCommas(text: string, earlier: readonly string[] = []): readonly string[] {
  return [
    ...earlier,
    ...text
      .split(",")
      .map((file) => file.trim())
      .filter((file) => file !== ""),
  ];
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("A whole number is needed.");
  return Number(text);
}
