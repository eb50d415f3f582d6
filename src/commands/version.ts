import { readFileSync } from "node:fs";
import { programFolder } from "../lib/program-folder.js";

/** The version of this program. */
export function readVersion(): string {
  const file = new URL("package.json", programFolder);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
