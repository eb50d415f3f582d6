import { loadJekyllConfig } from "../config/jekyll.js";
import { countOf, formatDuration } from "../lib/format.js";
import { openWithSystem } from "../lib/open.js";
import { countBySeverity, type Message } from "../model/message.js";
import type { Report } from "../report.js";
import type { CommandCall } from "./command.js";
import { readKeys } from "./keys.js";
import { printPaths } from "./print-paths.js";
import { addressOf, printUrls, urlsOf } from "./server-options.js";
import { readJekyllOptions, readSiteOptions } from "./site-options.js";

/** `pumice dev` for a site of Jekyll's shape. Returns the exit code. */
export async function serveJekyll({ options, context }: CommandCall, report: Report): Promise<number> {
  const { startJekyllServer } = await import("../server/jekyll/serve.js");
  const source = String(options.source);
  const site = { ...readSiteOptions(options), ...readJekyllOptions(options) };
  const { host, port } = addressOf(options, loadJekyllConfig(site).values);
  const say = (text: string) => context.stderr.write(`${text}\n`);
  const errorsOf = (messages: readonly Message[]) => messages.filter(({ severity }) => severity === "error");
  const server = await startJekyllServer({
    site,
    host,
    port,
    showsFolders: options.showDirListing === true,
    polling: options.force_polling === true,
    watch: options.watch !== false,
    onError: (error) => report.failure(error, source),
    onChange: ({ paths, milliseconds, errors }) => {
      say(`  ${printPaths(paths)}  ${formatDuration(milliseconds)}`);
      report.messages(errors, source);
    },
  });
  const { config, messages, posts, milliseconds } = server.last();
  const urls = urlsOf(host, server.port, server.baseurl());
  say(`\n  pumice dev, a Jekyll site, ready in ${formatDuration(milliseconds)}`);
  printUrls(context, urls);
  say(`  Posts    ${posts} published · ${countOf(countBySeverity(messages).warning, "warning")}`);
  say(`  Keys     ${context.stderr.isTTY ? "o open · r rebuild · w warnings · q quit" : "none: no terminal"}`);
  report.messages(errorsOf(messages), config.source);
  if (options.open || options.openUrl) openWithSystem(urls.local);
  const key = await readKeys({
    o: () => openWithSystem(urls.local),
    r: server.refresh,
    w: () => report.messages(server.last().messages, config.source),
  });
  await server.close();
  return key === "q" ? 0 : 130;
}
