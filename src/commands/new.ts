import { join } from "node:path";
import { Option } from "commander";
import { createBlankSite } from "../authoring/blank-jekyll-site.js";
import { createPost } from "../authoring/new-post.js";
import { openInEditor } from "../lib/open.js";
import { printable } from "../lib/printable.js";
import { createReport } from "../report.js";
import { configOf } from "../work/config-of.js";
import type { Command, Context } from "./command.js";
import { addSourceOptions, readSiteOptions } from "./site-options.js";

/** `new` is a word of the language. */
export const newPost: Command = {
  define: (command) =>
    addSourceOptions(command)
      .argument("<title>", "title of the post")
      .option("--blank", "write the skeleton of a Jekyll site into the folder <title> instead, as Jekyll does")
      .addOption(new Option("--force", "into a folder with other files, too").hideHelp())
      .addOption(new Option("--skip-bundle").hideHelp())
      .option("-D, --draft", "write a draft, which `pumice publish` makes a post of")
      .option("--lang <tag>", "language of the post, where it is not that of the site")
      .option("--slug <name>", "name in the address, where it is not made from the title")
      .option("-o, --open", "open it in your editor (VISUAL, EDITOR)")
      .addHelpText("after", examples),
  run: async ({ args, options, context }) => {
    try {
      if (options.blank) return newBlankSite(args[0]!, options.force === true, context);
      const config = configOf(readSiteOptions(options));
      const { draft, lang, slug } = options as { draft?: boolean; lang?: string; slug?: string };
      const wanted = { title: args[0]!, draft: draft === true, ...(lang ? { lang } : {}), ...(slug ? { slug } : {}) };
      const path = createPost(config, wanted, Date.now());
      context.stdout.write(`${printable(path)}\n`);
      if (options.open) openInEditor(join(config.source, path), context.env);
      return 0;
    } catch (error) {
      return createReport(context).failure(error, String(options.source));
    }
  },
};

function newBlankSite(folder: string, force: boolean, { stdout }: Context): number {
  stdout.write(`New jekyll site installed in ${printable(createBlankSite(folder, force))}.\n`);
  return 0;
}

const examples = `
Prints the path of the new file. A file that is there already is left alone.

Examples:
  pumice new "My first post"
  pumice new "标题" --lang zh-CN --open
  pumice new "C++ notes" --draft --slug cpp-notes`;
