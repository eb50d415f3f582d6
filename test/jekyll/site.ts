import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { build } from "../../src/build.js";
import type { BuildOptions, BuildResult } from "../../src/model/build.js";

/** A Jekyll site in a temporary folder. */
export interface TestSite {
  readonly folder: string;
  write(path: string, text: string): void;
  build(options?: BuildOptions): Promise<BuildResult>;
  /** A file of the output. */
  read(path: string): string;
}

/** Makes a site of files: text by path. `_config.yml` says that it has Jekyll's shape unless the files do. */
export function jekyllSite(files: Readonly<Record<string, string>>): TestSite {
  const folder = mkdtempSync(join(tmpdir(), "pumice-jekyll-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const site: TestSite = {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    build: (options = {}) => build({ source: folder, diskCache: false, ...options }),
    read: (path) => readFileSync(join(folder, "_site", path), "utf8"),
  };
  for (const [path, text] of Object.entries({ "_config.yml": "timezone: UTC\n", ...files })) site.write(path, text);
  return site;
}
