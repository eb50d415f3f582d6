import { Argument } from "commander";
import { printable } from "../lib/printable.js";
import type { PostRow, RedirectRow, SiteLists, TagRow, UrlRow } from "../model/site-lists.js";
import { createReport } from "../report.js";
import type { Command } from "./command.js";
import { addSiteOptions, readSiteOptions } from "./site-options.js";

export const list: Command = {
  define: (command) =>
    addSiteOptions(command)
      .addArgument(new Argument("[what]", "what to list").choices(Object.keys(lists)).default("posts"))
      .option("-q, --quiet", "print errors only")
      .option("--json", "print a JSON array")
      .addHelpText("after", examples),
  run: async ({ args, options, context }) => {
    const report = createReport(context, { quiet: options.quiet === true });
    const chosen = lists[args[0] as ListName];
    try {
      const { listSite } = await context.engine();
      const site = await listSite({ ...readSiteOptions(options), ...(args[0] === "drafts" ? { drafts: true } : {}) });
      report.messages(
        site.messages.filter(({ severity }) => severity === "error"),
        site.source,
      );
      const { rows, lines } = chosen(site);
      const text = options.json ? JSON.stringify(rows, undefined, 2) : lines.map(printable).join("\n");
      if (text !== "") context.stdout.write(`${text}\n`);
      return 0;
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

type ListName = "posts" | "drafts" | "tags" | "redirects" | "urls";
type Row = PostRow | TagRow | RedirectRow | UrlRow;

const postLine = ({ date, title, source }: PostRow) => `${date.slice(0, 10)}  ${title}  (${source})`;

/** What is printed: rows as objects, or a line each for people. */
const lists: Readonly<Record<ListName, (site: SiteLists) => Printed>> = {
  posts: ({ posts }) => printedAs(posts, postLine),
  drafts: ({ posts }) =>
    printedAs(
      posts.filter(({ draft }) => draft),
      postLine,
    ),
  tags: ({ tags }) => printedAs(tags, ({ name, posts }) => `${String(posts).padStart(6)}  ${name}`),
  redirects: ({ redirects }) => printedAs(redirects, ({ from, to }) => `${from} → ${to}`),
  urls: ({ urls }) => printedAs(urls, ({ url }) => url),
};

interface Printed {
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
}

function printedAs<T extends Row>(rows: readonly T[], line: (row: T) => string): Printed {
  return { rows, lines: rows.map(line) };
}

const examples = `
Examples:
  pumice list posts --json
  pumice list drafts -s blog
  pumice list urls > urls.txt`;
