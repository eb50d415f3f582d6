import { expectation } from "../config/expectation.js";
import { configSchema } from "../config/schema.js";
import type { SiteAnswers } from "./init-site.js";

/** What is wrong with an answer, as the configuration would say it; undefined for a good one. */
export function whatIsWrong(key: keyof SiteAnswers, answer: string): string | undefined {
  const issue = configSchema.safeParse({ [key]: answer }).error?.issues[0];
  return issue && expectation(issue, answer);
}
