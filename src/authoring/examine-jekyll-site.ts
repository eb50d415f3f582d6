import { countOf } from "../lib/format.js";
import type { JekyllConfig } from "../model/jekyll/config.js";
import type { Message } from "../model/message.js";
import { examineJekyllSite } from "../work/jekyll/examine.js";
import type { Diagnosis } from "./diagnosis.js";

/** What keeps a Jekyll site from being built as Jekyll does, in Jekyll's words where it has some. Throws a `UserError`. */
export function diagnoseJekyllSite(config: JekyllConfig): readonly Diagnosis[] {
  const { posts, messages } = examineJekyllSite(config);
  const found = [timezone(config), address(config), ...messages.map(diagnosisOf)];
  const isHealthy = found.every(({ state }) => state === "fine" || state === "info");
  return [
    { name: "Posts", state: posts > 0 ? "fine" : "warning", finding: `${countOf(posts, "post")} of a Jekyll site` },
    ...found,
    ...(isHealthy ? [fine] : []),
  ];
}

const fine: Diagnosis = {
  name: "Jekyll",
  state: "fine",
  finding: "Your test results are in. Everything looks fine.",
};

function timezone({ values, timezone }: JekyllConfig): Diagnosis {
  const finding = `time zone ${timezone}`;
  if (values.timezone) return { name: "Config", state: "fine", finding };
  const advice = "Say `timezone:`, or dates depend on the machine that builds";
  return { name: "Config", state: "info", finding: `${finding}, as this machine has it`, advice };
}

function address({ url, baseurl }: JekyllConfig): Diagnosis {
  if (/^https?:\/\//.test(url)) return { name: "Address", state: "fine", finding: `${url}${baseurl}` };
  const finding =
    url === ""
      ? "You didn't set an URL in the config file, you may encounter problems with some plugins."
      : "Your site URL does not seem to be absolute, check the value of `url` in your config file.";
  return { name: "Address", state: "warning", finding };
}

function diagnosisOf({ severity, reason, note, file, line }: Message): Diagnosis {
  const place = [file, line].filter((part) => part !== undefined).join(":");
  return {
    name: "Jekyll",
    state: severity,
    finding: place === "" ? reason : `${place} ${reason}`,
    ...(note === undefined ? {} : { advice: note }),
  };
}
