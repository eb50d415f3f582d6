import type { Diagnosis } from "../authoring/diagnosis.js";
import { diagnoseJekyllSite } from "../authoring/examine-jekyll-site.js";
import { examineMachine } from "../authoring/examine-machine.js";
import { examineSite } from "../authoring/examine-site.js";
import { loadJekyllConfig } from "../config/jekyll.js";
import { loadConfig } from "../config/load.js";
import { printable } from "../lib/printable.js";
import { countBySeverity, UserError } from "../model/message.js";
import { colorsOf } from "../report/terminal.js";
import { createReport, type Report } from "../report.js";
import { shapeOf } from "../work/shape-of.js";
import type { Command, Context } from "./command.js";
import { addSourceOptions, readSiteOptions } from "./site-options.js";
import { readVersion } from "./version.js";

export const doctor: Command = {
  define: (command) =>
    addSourceOptions(command).option("--json", "print a JSON list on stdout").addHelpText("after", examples),
  run: async ({ options, context }) => {
    const report = createReport(context);
    const source = String(options.source);
    try {
      const found = [pumice, ...(await examineMachine()), ...siteOf(options, report)];
      if (options.json) context.stdout.write(`${JSON.stringify(found)}\n`);
      else tell(found, context);
      return found.some(({ state }) => state === "error") ? 1 : 0;
    } catch (error) {
      return report.failure(error, source);
    }
  },
};

const pumice: Diagnosis = { name: "Pumice", state: "fine", finding: readVersion() };

/** A wrong configuration is one finding, told in full before the others. */
function siteOf(options: Readonly<Record<string, unknown>>, report: Report): readonly Diagnosis[] {
  const site = readSiteOptions(options);
  try {
    if (shapeOf(site) === "jekyll") return diagnoseJekyllSite(loadJekyllConfig(site));
    const { config, files, messages } = loadConfig(site);
    report.messages(messages, config.source);
    return examineSite(config, files);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    report.messages(error.messages, String(options.source));
    const { error: count } = countBySeverity(error.messages);
    return [
      { name: "Config", state: "error", finding: `wrong in ${count} ${count === 1 ? "place" : "places"}, see above` },
    ];
  }
}

function tell(found: readonly Diagnosis[], context: Context): void {
  const colors = colorsOf(context);
  const signs = {
    fine: colors.green("✔"),
    info: colors.cyan("i"),
    warning: colors.yellow("!"),
    error: colors.red("✖"),
  };
  const width = Math.max(...found.map(({ name }) => name.length));
  for (const { name, state, finding, advice } of found) {
    context.stderr.write(`${signs[state]} ${name.padEnd(width)}  ${printable(finding)}\n`);
    if (advice) context.stderr.write(`  ${" ".repeat(width)}  ${colors.green("→")} ${printable(advice)}\n`);
  }
}

const examples = `
Looks at Node, time zones, optional packages, the port of \`pumice dev\`, the configuration and the folders of the site. Exit
code 1 where something keeps Pumice from working. Of a Jekyll site it lists what Pumice does not support: plugins in Ruby, unknown
tags and filters.

Examples:
  pumice doctor
  pumice doctor -s blog --json`;
