import { fileURLToPath } from "node:url";
import { programFolder } from "./lib/program-folder.js";
import type { BuildOptions, BuildResult, LoadedSite } from "./model/build.js";
import type { SiteLists } from "./model/site-lists.js";
import { lookForStandingSite } from "./work/standing-site.js";

/*
 * What the commands and other programs call. The stages are loaded only when there is something to do.
 */

const theme = fileURLToPath(programFolder);

/** Builds a site, unless it stands as it would become or can be amended; see `build` in `build.ts`. */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const { standing, edits, inputs } = await lookForStandingSite(options, theme);
  if (standing) return standing;
  const amended = edits && (await (await import("./work/amend-site.js")).amendSite(options, edits));
  return amended ?? (await import("./build.js")).build(options, inputs);
}

/** The model of a site, without rendering or writing it. */
export async function loadSite(options: BuildOptions = {}): Promise<LoadedSite> {
  return (await import("./build.js")).loadSite(options);
}

/** The lists of a site's posts, tags, redirects and addresses, without rendering or writing it. */
export async function listSite(options: BuildOptions = {}): Promise<SiteLists> {
  return (await import("./build.js")).listSite(options);
}
