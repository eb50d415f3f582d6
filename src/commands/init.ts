import { Option } from "commander";
import { whatIsWrong } from "../authoring/check-answers.js";
import {
  guessAnswers,
  type Host,
  hosts,
  type InitializedSite,
  initSite,
  isSite,
  type SiteAnswers,
} from "../authoring/init-site.js";
import { printable } from "../lib/printable.js";
import { UserError } from "../model/message.js";
import { createReport } from "../report.js";
import type { Command, CommandCall, Context } from "./command.js";
import { askLine } from "./keys.js";
import { readVersion } from "./version.js";

export const init: Command = {
  define: (command) =>
    command
      .argument("[folder]", "folder of the site", ".")
      .option("--title <text>", "title of the site")
      .option("--author <name>", "who writes it")
      .option("--url <origin>", "where it will be published, such as https://example.org")
      .option("--lang <tag>", "language, such as en or zh-CN")
      .option("--timezone <name>", "time zone, such as Asia/Shanghai")
      .addOption(new Option("--deploy <host>", "add the files that publish it there").choices(hosts))
      .option("-y, --yes", "ask nothing")
      .addHelpText("after", examples),
  run: async (call) => {
    const folder = call.args[0]!;
    const { options, context } = call;
    try {
      const answers = await findAnswers(folder, call);
      const host = options.deploy as Host | undefined;
      tell(folder, initSite(folder, answers, host ? [host] : [], Date.now(), readVersion()), context);
      return 0;
    } catch (error) {
      return createReport(context).failure(error, folder);
    }
  },
};

const questions: readonly (readonly [key: keyof SiteAnswers, question: string])[] = [
  ["title", "Title of the site"],
  ["author", "Who writes it"],
  ["url", "Address, such as https://example.org"],
  ["lang", "Language (en, zh-CN)"],
  ["timezone", "Time zone"],
];

async function findAnswers(folder: string, { options, context }: CommandCall): Promise<SiteAnswers> {
  const answers: { -readonly [Key in keyof SiteAnswers]: string } = { ...guessAnswers(folder) };
  const asks = process.stdin.isTTY && context.stderr.isTTY === true && !options.yes && !isSite(folder);
  for (const [key, question] of questions) {
    const given = options[key];
    if (given !== undefined) answers[key] = checked(key, String(given));
    else if (asks) answers[key] = await ask(key, question, answers[key], context);
  }
  return answers;
}

function checked(key: keyof SiteAnswers, given: string): string {
  const wrong = whatIsWrong(key, given);
  if (wrong === undefined) return given;
  throw new UserError([{ severity: "error", ruleId: "bad-answer", reason: `--${key} is not right: ${wrong}` }], 2);
}

async function ask(key: keyof SiteAnswers, question: string, usual: string, context: Context): Promise<string> {
  const answer = (await askLine(`  ${question}${usual === "" ? "" : ` (${usual})`}: `)) || usual;
  const wrong = whatIsWrong(key, answer);
  if (wrong === undefined) return answer;
  context.stderr.write(`  ${printable(wrong)}\n`);
  return ask(key, question, usual, context);
}

function tell(folder: string, { written, kept }: InitializedSite, { stderr }: Context): void {
  for (const path of written) stderr.write(`wrote ${printable(path)}\n`);
  for (const path of kept) stderr.write(`kept  ${printable(path)}, which was there already\n`);
  const change = folder === "." ? "" : `cd ${printable(folder)}, `;
  const install = written.includes("package.json") ? "npm install, " : "";
  stderr.write(`Next: ${change}${install}npx pumice dev\n`);
}

const examples = `
Asks at most five questions, and none where nobody sits at a terminal. Files that are there stay as they are; a folder that
has posts gets no sample ones.

Examples:
  pumice init
  pumice init my-blog --title "My blog" --lang zh-CN --timezone Asia/Shanghai
  pumice init --deploy github       hosts: github, netlify, cloudflare, firebase, s3, nginx`;
