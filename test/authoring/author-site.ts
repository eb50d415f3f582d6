import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export interface AuthorSite {
  readonly source: string;
  readonly read: (path: string) => string;
}

/** A site of the given files in a folder of its own, which goes with the test. */
export function writeSite(files: Readonly<Record<string, string>>): AuthorSite {
  const source = mkdtempSync(join(tmpdir(), "pumice-author-"));
  onTestFinished(() => rmSync(source, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  return { source, read: (path) => readFileSync(join(source, path), "utf8") };
}
