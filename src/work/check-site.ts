import { runChecks } from "../checks/index.js";
import { vanishedUrls } from "../checks/vanished-urls.js";
import type { LoadedSite } from "../model/build.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import { placeFindings } from "./place-findings.js";
import type { BodyReader } from "./site-store.js";

/** What a report shows of one rule, and a few for those that ask for more. */
const placesInBuild = 12;

/** Runs the checks over the site. `others`: the destination's files that are no pages. */
export function checkSite(
  { site, pages, skipped }: LoadedSite,
  others: readonly Output[],
  bodyOf: BodyReader,
  how: { readonly inBuild: boolean; readonly publishedUrls?: readonly string[] | undefined },
): readonly Message[] {
  const files = others.map(({ path }) => path);
  const input = { site, pages, skipped, files, bodyOf: (path: string) => bodyOf(path) ?? "", now: Date.now() };
  const findings = [...runChecks(input, how), ...(how.publishedUrls ? vanishedUrls(input, how.publishedUrls) : [])];
  return placeFindings(findings, site.config.source, how.inBuild ? placesInBuild : undefined);
}
