import { Argument } from "commander";
import { printable } from "../lib/printable.js";
import type { LoadedSite } from "../model/build.js";
import type { Page } from "../model/page.js";
import type { SitePost } from "../model/site.js";
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
      const { loadSite } = await context.engine();
      const site = await loadSite({ ...readSiteOptions(options), ...(args[0] === "drafts" ? { drafts: true } : {}) });
      report.messages(
        site.messages.filter(({ severity }) => severity === "error"),
        site.site.config.source,
      );
      const rows = chosen.rows(site);
      const text = options.json
        ? JSON.stringify(rows, undefined, 2)
        : rows.map((row) => printable(chosen.line(row))).join("\n");
      if (text !== "") context.stdout.write(`${text}\n`);
      return 0;
    } catch (error) {
      return report.failure(error, String(options.source));
    }
  },
};

type ListName = "posts" | "drafts" | "tags" | "redirects" | "urls";
type Row = Readonly<Record<string, unknown>>;

interface List {
  readonly rows: (site: LoadedSite) => readonly Row[];
  /** A row for people. */
  readonly line: (row: Row) => string;
}

const postLine = ({ date, title, source }: Row) => `${String(date).slice(0, 10)}  ${title}  (${source})`;

const lists: Readonly<Record<ListName, List>> = {
  posts: { rows: ({ site }) => site.posts.map(postRow), line: postLine },
  drafts: { rows: ({ site }) => site.posts.map(postRow).filter(({ draft }) => draft), line: postLine },
  tags: { rows: tagRows, line: ({ name, posts }) => `${String(posts).padStart(6)}  ${name}` },
  redirects: { rows: redirectRows, line: ({ from, to }) => `${from} → ${to}` },
  urls: { rows: urlRows, line: ({ url }) => String(url) },
};

/** Tools rely on these names: `source` is relative to the site, `output` to the destination. */
function postRow({ post, output, permalink, link }: SitePost) {
  return {
    source: post.path,
    output,
    permalink,
    title: post.title,
    date: link.date,
    updated: link.updated ?? null,
    tags: post.frontMatter.tags,
    categories: post.frontMatter.categories,
    draft: post.frontMatter.status === "draft",
  };
}

function tagRows({ site }: LoadedSite): readonly Row[] {
  const tags = site.taxonomies.find(({ name }) => name === "tags");
  return (tags?.terms ?? []).map(({ name, permalink, posts }) => ({ name, permalink, posts: posts.length }));
}

function redirectRows({ pages }: LoadedSite): readonly Row[] {
  return pages.filter(isRedirect).map(({ permalink, data }) => ({ from: permalink, to: data.target }));
}

/** The addresses of all pages, whole where the config says the site's own. */
function urlRows({ site, pages }: LoadedSite): readonly Row[] {
  const { url, baseurl } = site.config;
  return pages
    .filter((page) => !isRedirect(page))
    .map(({ kind, permalink, output }) => ({ url: url + baseurl + permalink, permalink, output, kind }));
}

const isRedirect = ({ kind }: Page) => kind === "redirect";

const examples = `
Examples:
  pumice list posts --json
  pumice list drafts -s blog
  pumice list urls > urls.txt`;
