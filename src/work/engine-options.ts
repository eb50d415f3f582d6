import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineOptions } from "../layout/engine.js";
import type { SiteGlobals } from "../layout/globals.js";
import { siteVariables } from "../layout/site-variables.js";
import { codeFolder, programFolder } from "../lib/program-folder.js";
import type { Config } from "../model/config.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { SiteAssets } from "./assets.js";

/** The program's own folder, which holds the built-in `layouts/`, `includes/` and `assets/`. */
export const theme = fileURLToPath(programFolder);

/** The built-in theme's style sheets and scripts, minified; only the compiled program has them beside it. */
export const minifiedAssets = fileURLToPath(new URL("assets", codeFolder));

/** What renders a site's pages. Of `pages` only the lists and the owner's own pages count, for the menu. */
export function engineOptions(site: Site, pages: readonly Page[], assets: SiteAssets): Omit<EngineOptions, "markdown"> {
  return engineOptionsWith({ site: siteVariables(site, pages), assets: assets.names }, site.config);
}

/** The same where it is known what layouts can read besides their page. */
export function engineOptionsWith(
  globals: SiteGlobals,
  { source, folders, autoescape }: Config,
): Omit<EngineOptions, "markdown"> {
  return {
    source,
    layoutFolders: [join(source, folders.layouts), join(theme, "layouts")],
    includeFolders: [join(source, folders.includes), join(theme, "includes")],
    autoescape,
    globals,
  };
}
