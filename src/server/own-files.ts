import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { programFolder } from "../lib/program-folder.js";

/** The addresses below which the server has files of its own. */
export const ownFolder = "/__pumice/";

const files: Readonly<Record<string, () => URL>> = {
  "reload.js": () => new URL("src/server/browser/reload.js", programFolder),
  "overlay.js": () => new URL("src/server/browser/overlay.js", programFolder),
  "idiomorph.js": () => new URL(import.meta.resolve("idiomorph")),
};

/** The server's own file of that name; nothing else is ever read by a name from outside. */
export function readOwnFile(name: string): Buffer | undefined {
  return Object.hasOwn(files, name) ? readFileSync(fileURLToPath(files[name]!())) : undefined;
}
