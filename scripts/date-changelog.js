import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/*
 * After `changeset version`: what was unreleased in the changelog is that version's, and `create-pumice` gets the same number
 * and asks for it.
 */

const fileOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(fileOf(name), "utf8");
const { version } = JSON.parse(read("package.json"));

const changelog = read("CHANGELOG.md");
if (!changelog.includes(`\n## ${version} `)) {
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(
    fileOf("CHANGELOG.md"),
    changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} - ${today}`),
  );
}

const starter = JSON.parse(read("create-pumice/package.json"));
starter.version = version;
starter.dependencies.pumice = `^${version}`;
writeFileSync(fileOf("create-pumice/package.json"), `${JSON.stringify(starter, null, 2)}\n`);
