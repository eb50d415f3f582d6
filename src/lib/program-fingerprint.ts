import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeFolder, programFolder } from "./program-folder.js";

/**
 * Hash of this program: its own code and the versions of the packages that it names. What another program made is not
 * trusted, and nobody has to remember to raise a number.
 */
export function programFingerprint(): string {
  known ??= fingerprint();
  return known;
}

let known: string | undefined;

function fingerprint(): string {
  const root = fileURLToPath(codeFolder);
  const hash = createHash("sha256");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|ts)$/.test(name));
  for (const name of files.sort()) {
    if (!name.endsWith(".d.ts")) hash.update(`${name}\0`).update(readFileSync(join(root, name)));
  }
  hash.update(readFileSync(new URL("package.json", programFolder)));
  hash.update(process.versions.icu ?? "");
  return hash.digest("hex");
}
