import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** @import { Sample } from "./model.d.ts" */

// Conformance to the standard only; what the standard leaves to taste is no fault.
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard"],
    rules: { "no-trailing-whitespace": "off", "long-title": "off" },
  }),
);

/** Rules of the HTML standard that a page breaks, each with its place. @param {string} page @returns {Sample[]} */
export function invalidityOf(page) {
  const report = validator.validateStringSync(page);
  return report.results
    .flatMap((result) => result.messages)
    .filter((message) => message.severity === 2)
    .map((message) => ({
      kind: "invalid",
      sample: `${message.line}:${message.column} ${message.ruleId}: ${message.message}`,
    }));
}
