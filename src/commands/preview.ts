import { openWithSystem } from "../lib/open.js";
import { printable } from "../lib/printable.js";
import { createReport } from "../report.js";
import { configOf } from "../work/config-of.js";
import type { Command } from "./command.js";
import { readKeys } from "./keys.js";
import { addressOf, addServerOptions, printUrls, refuseUnserved, urlsOf } from "./server-options.js";
import { addSiteOptions, readSiteOptions } from "./site-options.js";

export const preview: Command = {
  define: (command) => addServerOptions(addSiteOptions(command)).addHelpText("after", examples),
  run: async ({ options, context }) => {
    try {
      refuseUnserved(options);
      const { destination: folder, baseurl } = configOf(readSiteOptions(options));
      const { startPreview } = await import("../server/preview.js");
      const { host, port } = addressOf(options);
      const server = await startPreview({ folder, baseurl, host, port });
      const urls = urlsOf(host, server.port, baseurl);
      context.stderr.write(`\n  pumice preview of ${printable(folder)}\n`);
      printUrls(context, urls);
      if (options.open || options.openUrl) openWithSystem(urls.local);
      const key = await readKeys({ o: () => openWithSystem(urls.local) });
      server.close();
      return key === "q" ? 0 : 130;
    } catch (error) {
      return createReport(context).failure(error, String(options.source));
    }
  },
};

const examples = `
Serves what \`pumice build\` has written as a host would, with 404.html, _headers and _redirects.

Examples:
  pumice preview
  pumice preview -s blog -b /blog -P 8080`;
