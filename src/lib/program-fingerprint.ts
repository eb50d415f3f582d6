import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeFolder, programFolder } from "./program-folder.js";

/**
 * Hash of this program: its own code, the versions of the packages that it names, and the tables of Unicode that it runs
 * with. What another program made is not trusted, and nobody has to remember to raise a number.
 */
export function programFingerprint(): string {
  known ??= `${writtenHash() ?? hashOfCode()} ${process.versions.icu ?? ""}`;
  return known;
}

let known: string | undefined;

/** Where compiling leaves the hash, since going through all of the code takes a tenth of a build with nothing to do. */
export const hashFile = new URL("code-hash.txt", codeFolder);

function writtenHash(): string | undefined {
  try {
    return readFileSync(hashFile, "utf8");
  } catch {
    return undefined;
  }
}

/** Of the code that runs and `package.json`. */
export function hashOfCode(): string {
  const root = fileURLToPath(codeFolder);
  const hash = createHash("sha256");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|ts)$/.test(name));
  for (const name of files.sort()) {
    if (!name.endsWith(".d.ts")) hash.update(`${name}\0`).update(readFileSync(join(root, name)));
  }
  return hash.update(readFileSync(new URL("package.json", programFolder))).digest("hex");
}
