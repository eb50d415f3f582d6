import type { Config } from "../model/config.js";

/** The address of a site path for the world outside; under the base path only, where the config has no `url`. */
export function wholeUrl(config: Pick<Config, "url" | "baseurl">, sitePath: string): string {
  return config.url + config.baseurl + sitePath;
}
