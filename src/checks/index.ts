import type { Message } from "../model/message.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { Check } from "./check.js";
import { unknownLayout } from "./unknown-layout.js";

export const checks: readonly Check[] = [unknownLayout];

export function runChecks(site: Site, pages: readonly Page[]): readonly Message[] {
  return checks.flatMap((check) => check.run(site, pages));
}
