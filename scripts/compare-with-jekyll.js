import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * npm run compare-with-jekyll -- SITE [--config a.yml,b.yml]
 *
 * Builds a Jekyll site with Jekyll and with Pumice, and tells which files differ by more than the time of the build and the
 * version of Jekyll. Neither writes to the site but for caches.
 */

const [site, ...flags] = process.argv.slice(2);
if (site === undefined) throw new Error("Name the folder of a Jekyll site");
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const programs = { jekyll: ["jekyll", "build", "--disable-disk-cache"], pumice: ["node", cli, "build"] };

const folder = mkdtempSync(join(tmpdir(), "pumice-compare-"));
try {
  const [jekyll, pumice] = Object.entries(programs).map(([name, [command, ...words]]) => {
    const output = join(folder, name);
    const run = spawnSync(command, [...words, ...flags, "-d", output], { cwd: site, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`${name} ended with ${run.status}:\n${run.stderr}${run.stdout}`);
    return output;
  });
  report(jekyll, pumice);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(jekyll, pumice) {
  const names = { jekyll: filesOf(jekyll), pumice: filesOf(pumice) };
  const both = names.jekyll.filter((name) => names.pumice.includes(name));
  const different = both.filter((name) => contents(join(jekyll, name)) !== contents(join(pumice, name)));
  for (const kind of [".html", undefined]) {
    const ofKind = (name) => (extname(name) === ".html") === (kind !== undefined);
    const all = both.filter(ofKind).length;
    console.log(`${kind ?? "other files"}: ${all - different.filter(ofKind).length} of ${all} are the same`);
  }
  const missing = names.jekyll.filter((name) => !both.includes(name));
  const more = names.pumice.filter((name) => !both.includes(name));
  for (const name of different) console.log(`different: ${name}`);
  for (const name of missing) console.log(`only by Jekyll: ${name}`);
  for (const name of more) console.log(`only by Pumice: ${name}`);
  process.exitCode = different.length + missing.length + more.length > 0 ? 1 : 0;
}

function filesOf(output) {
  const entries = readdirSync(output, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(output, join(entry.parentPath ?? entry.path, entry.name)));
}

/** Bytes without what differs from build to build. */
function contents(file) {
  return readFileSync(file, "latin1")
    .replace(/(Jekyll v|version=")4\.3\.\d/g, "$1")
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?: ?[+-]\d\d:?\d\d|Z)?/g, "TIME");
}
