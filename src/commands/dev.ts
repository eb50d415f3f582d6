import { createPost } from "../authoring/new-post.js";
import { countOf, formatDuration } from "../lib/format.js";
import { openWithSystem } from "../lib/open.js";
import { printable } from "../lib/printable.js";
import type { Skipped } from "../model/build.js";
import { countBySeverity, type Message } from "../model/message.js";
import { createReport, type Report } from "../report.js";
import type { DevServer } from "../server/serve.js";
import { shapeOf } from "../work/shape-of.js";
import type { Command, CommandCall } from "./command.js";
import { askLine, type Keys, readKeys } from "./keys.js";
import { printPaths } from "./print-paths.js";
import { addressOf, addServerOptions, printUrls, refuseUnserved, urlsOf } from "./server-options.js";
import { addJekyllOptions, addSiteOptions, readSiteOptions } from "./site-options.js";

export const dev: Command = {
  define: (command) =>
    addJekyllOptions(addServerOptions(addSiteOptions(command)))
      .option("--force_polling", "look for changes again and again: for network drives and mounted folders")
      .addHelpText("after", examples),
  run: async (call) => {
    const report = createReport(call.context);
    try {
      refuseUnserved(call.options);
      if (shapeOf(readSiteOptions(call.options)) === "pumice") return await serve(call, report);
      const { serveJekyll } = await import("./dev-jekyll.js");
      return await serveJekyll(call, report);
    } catch (error) {
      return report.failure(error, String(call.options.source));
    }
  },
};

const interrupted = 130;

async function serve({ options, context }: CommandCall, report: Report): Promise<number> {
  const start = performance.now();
  const { startDevServer } = await import("../server/serve.js");
  const say = (text: string) => context.stderr.write(`${text}\n`);
  const source = String(options.source);
  const tell = createTeller(report, source);
  const { host, port } = addressOf(options);
  const server = await startDevServer({
    site: readSiteOptions(options),
    host,
    port,
    polling: options.force_polling === true,
    watch: options.watch !== false,
    onProgress: report.progress,
    onError: (error) => report.failure(error, source),
    onChange: ({ paths, milliseconds, errors }) => {
      if (paths.length > 0) say(`  ${clockTime()}  ${printPaths(paths)}  ${formatDuration(milliseconds)}`);
      tell(errors);
    },
  });
  const urls = urlsOf(host, server.port, server.session.config().baseurl);
  report.messages([], source);
  say(`\n  pumice dev, ready in ${formatDuration(performance.now() - start)}`);
  printUrls(context, urls);
  say(`  Posts    ${printCounts(server)}`);
  say(
    `  Keys     ${context.stderr.isTTY ? "o open · n new post · r rebuild · w warnings · q quit" : "none: no terminal"}`,
  );
  tell(server.session.errors());
  if (options.open || options.openUrl) openWithSystem(urls.local);
  const key = await readKeys(keysFor(server, urls.local, report, say));
  await server.close();
  return key === "q" ? 0 : interrupted;
}

/** Says what is wrong, where it is not what was said last. */
function createTeller(report: Report, source: string): (errors: readonly Message[]) => void {
  let told = "[]";
  return (errors) => {
    const text = JSON.stringify(errors);
    if (text !== told) report.messages(errors, source);
    told = text;
  };
}

function keysFor({ session, refresh }: DevServer, url: string, report: Report, say: (text: string) => void): Keys {
  return {
    o: () => openWithSystem(url),
    r: refresh,
    w: () => {
      const messages = session.examine();
      report.messages(messages, session.config().source);
      const { warning, info } = countBySeverity(messages);
      say(`  ${countOf(warning, "warning")}${info > 0 ? `, ${countOf(info, "hint")}` : ""}`);
    },
    n: async () => {
      const title = await askLine("  Title of the new post: ");
      if (title === "") return;
      try {
        say(`  wrote ${printable(createPost(session.config(), { title }, Date.now()))}`);
      } catch (error) {
        report.failure(error, session.config().source);
      }
    },
  };
}

/** `128 published · 3 drafts (--drafts) · 1 scheduled (--future) · 2 warnings` */
function printCounts({ session }: DevServer): string {
  const { site, skipped } = session.presentation();
  const count = (why: Skipped["why"]) => skipped.filter((post) => post.why === why).length;
  const drafts = count("draft");
  const scheduled = count("future");
  const { warning } = countBySeverity(session.messages());
  return [
    `${site.posts.length} published`,
    ...(drafts > 0 ? [`${countOf(drafts, "draft")} (--drafts)`] : []),
    ...(scheduled > 0 ? [`${scheduled} scheduled (--future)`] : []),
    ...(warning > 0 ? [countOf(warning, "warning")] : []),
  ].join(" · ");
}

function clockTime(): string {
  return new Date().toTimeString().slice(0, 8);
}

const examples = `
Nothing is written to the output folder: pages are made when the browser asks for them.

Examples:
  pumice dev                          the site in this folder, at http://localhost:4000/
  pumice dev -s blog -P 8080 --drafts
  pumice dev -H 0.0.0.0               seen by others in the network, too`;
