import type { CheckInput } from "../checks/check.js";
import type { checkExternalLinks } from "../checks/external/index.js";
import { runChecks } from "../checks/index.js";
import { vanishedUrls } from "../checks/vanished-urls.js";
import type { LoadedSite, Progress } from "../model/build.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import { ownParts } from "./own-parts.js";
import { placeFindings } from "./place-findings.js";
import type { BodyReader } from "./site-store.js";

/** What a report shows of one rule, and a few for those that ask for more. */
const placesInBuild = 12;

/** What the checks of a build say, which cost next to nothing. `others`: the destination's files that are no pages. */
export function checkBuild(site: LoadedSite, others: readonly Output[], bodyOf: BodyReader): readonly Message[] {
  const findings = runChecks(inputOf(site, others, bodyOf), { inBuild: true, own: ownChecks(site) });
  return placeFindings(findings, site.site.config.source, placesInBuild);
}

export interface FurtherChecks {
  readonly publishedUrls?: readonly string[] | undefined;
  /** Ask other hosts; the answers are kept in this file. */
  readonly externalAnswers?: string | undefined;
  readonly onProgress: (event: Progress) => void;
}

/** What all the checks say, those of addresses and of other hosts included where they are wanted. */
export async function checkSite(
  site: LoadedSite,
  others: readonly Output[],
  bodyOf: BodyReader,
  { publishedUrls, externalAnswers, onProgress }: FurtherChecks,
): Promise<readonly Message[]> {
  const input = inputOf(site, others, bodyOf);
  const progress = (done: number, total: number) => onProgress({ phase: "ask", done, total });
  const findings = [
    ...runChecks(input, { inBuild: false, own: ownChecks(site) }),
    ...(publishedUrls ? vanishedUrls(input, publishedUrls) : []),
    ...(externalAnswers ? await askOthers(input, externalAnswers, progress) : []),
  ];
  return placeFindings(findings, site.site.config.source);
}

/** The parts of Node that talk to other hosts take a while to load, which no build shall wait for. */
async function askOthers(...call: Parameters<typeof checkExternalLinks>) {
  const { checkExternalLinks } = await import("../checks/external/index.js");
  return checkExternalLinks(...call);
}

const ownChecks = ({ site }: LoadedSite) => ownParts(site.config.pipeline.ownCode).checks;

function inputOf({ site, pages, skipped }: LoadedSite, others: readonly Output[], bodyOf: BodyReader): CheckInput {
  const files = others.map(({ path }) => path);
  return { site, pages, skipped, files, bodyOf: (path) => bodyOf(path) ?? "", now: Date.now() };
}
