import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./commands/terminal.js";

const here = import.meta.dirname;

/*
 * Whole small sites, built as a user builds them. `test/sites/<name>/` is a site, and its `expected/` holds what must come
 * out: `report.txt` (what the terminal showed), `files.txt` (every file of the output), `posts.json` (what `pumice list
 * posts` printed) and, in `output/`, the files that the site is about. `test/sites-invalid/<case>/` is a site that must not
 * be built, and its `expected/report.txt` says why.
 */

describe("sites", () => {
  test.each(readdirSync(join(here, "sites")))("%s", async (name) => {
    const expected = join(here, "sites", name, "expected");
    await inCopyOf(join(here, "sites", name), async (site) => {
      const { exitCode, stderr } = await run(["build", "-s", site]);
      const list = await run(["list", "posts", "--json", "-s", site]);
      const files = filesBelow(join(site, "_site"));

      expect(exitCode).toBe(0);
      await expect(steady(stderr, site)).toMatchFileSnapshot(join(expected, "report.txt"));
      await expect(files.map(steadyName).sort().join("\n")).toMatchFileSnapshot(join(expected, "files.txt"));
      await expect(list.stdout).toMatchFileSnapshot(join(expected, "posts.json"));
      for (const file of filesBelow(join(expected, "output"))) {
        const text = readFileSync(join(site, "_site", file), "utf8");
        await expect(text.replace(hashInName, "-HASH")).toMatchFileSnapshot(join(expected, "output", file));
      }
    });
  });
});

describe("sites that must not be built", () => {
  test.each(readdirSync(join(here, "sites-invalid")))("%s", async (name) => {
    await inCopyOf(join(here, "sites-invalid", name), async (site) => {
      const { exitCode, stderr } = await run(["build", "-s", site]);

      expect([1, 2]).toContain(exitCode);
      expect(existsSync(join(site, "_site"))).toBe(false);
      const report = `exit code ${exitCode}\n${steady(stderr, site)}`;
      await expect(report).toMatchFileSnapshot(join(here, "sites-invalid", name, "expected", "report.txt"));
    });
  });
});

async function inCopyOf(original: string, action: (site: string) => Promise<void>): Promise<void> {
  const site = mkdtempSync(join(tmpdir(), "pumice-site-"));
  try {
    cpSync(original, site, { recursive: true });
    await action(site);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** A hash in a name says that the theme changed, which is none of a site's business here. */
const hashInName = /-[0-9a-f]{8}(?=\.(?:css|js)\b)/g;

const steadyName = (file: string) => file.replace(hashInName, "-HASH");

/** Without the folder, the time and the bytes of this run. */
function steady(report: string, site: string): string {
  return report
    .replaceAll(site, "SITE")
    .replace(/ · [\d.]+ (?:ms|s|min)\b/, " · TIME")
    .replace(/\d+ files, [\d.]+ kB/, "FILES")
    .replace(/\(\d+ new\)/, "(NEW)");
}
