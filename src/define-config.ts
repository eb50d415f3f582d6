import type { OwnParts } from "./work/own-parts.js";

/** Returns what it is given: so that editors know what can stand in `pumice.config.js`. */
export function defineConfig(parts: OwnParts): OwnParts {
  return parts;
}
