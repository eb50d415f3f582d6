import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shortHash } from "../lib/hash.js";
import type { Config } from "../model/config.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import { listAssets } from "../writer/assets.js";
import { minifiedAssets, theme } from "./engine-options.js";

export interface SiteAssets {
  readonly outputs: readonly Output[];
  /** Published site paths by the name under the assets folder: `theme.css` → `/assets/theme-1a2b3c4d.css`. */
  readonly names: Readonly<Record<string, string>>;
  readonly messages: readonly Message[];
}

/**
 * The theme's assets, of which some are minified, and, over them, the site's. Style sheets and scripts get a name with their
 * hash, so that hosts may let browsers keep them for good; the site's own are there under their plain name too, since its
 * pages may name them.
 */
export function collectAssets(config: Config): SiteAssets {
  const to = config.folders.assets;
  const own = join(config.source, to);
  const builtIn = join(theme, "assets");
  // A site in the repository has the sources of the theme among its own assets.
  const folders = own === builtIn ? [builtIn, minifiedAssets] : [builtIn, minifiedAssets, own];
  const { outputs, messages } = listAssets(folders.map((folder) => ({ folder, to })));
  const names: Record<string, string> = {};
  const published = outputs.flatMap((output): Output[] => {
    const name = output.path.slice(to.length + 1);
    if (!("copyFrom" in output) || !/\.(?:css|js)$/.test(name)) {
      names[name] = `/${output.path}`;
      return [output];
    }
    const hash = shortHash(readFileSync(output.copyFrom)).slice(0, 8);
    const path = output.path.replace(/(\.\w+)$/, `-${hash}$1`);
    names[name] = `/${path}`;
    const hashed = { path, copyFrom: output.copyFrom };
    return output.copyFrom.startsWith(own) ? [hashed, output] : [hashed];
  });
  return { outputs: published, names, messages };
}
