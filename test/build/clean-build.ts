import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { expect } from "vitest";
import { build } from "../../src/engine.js";
import { readTree } from "./tree.js";

const made = new Set(["_site", ".pumice", ".jekyll-cache"]);

/** What the same files become, built in another folder that has seen nothing before. */
export async function cleanBuild(site: string): Promise<Record<string, string>> {
  const copy = mkdtempSync(join(tmpdir(), "pumice-clean-"));
  try {
    const isSource = (path: string) => !made.has(relative(site, path).split(sep)[0]!);
    cpSync(site, copy, { recursive: true, filter: isSource, preserveTimestamps: true });
    expect((await build({ source: copy })).ok).toBe(true);
    return readTree(join(copy, "_site"));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
