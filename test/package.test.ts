import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const { bin, exports, engines } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly unpackedSize: number;
}

/** Needs the compiled program, which `npm test` makes. */
describe.skipIf(!existsSync(resolve(root, "schema/config.json")))("the package", () => {
  const command = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const [packed] = JSON.parse(execFileSync("npm", command, { cwd: root, encoding: "utf8" })) as [Packed];
  const paths = packed.files.map(({ path }) => path);

  test("has all that the program reads, and every file that it names", () => {
    const named = [bin.pumice, exports["."].types, exports["."].default];
    for (const path of [
      ...named.map((name: string) => name.replace("./", "")),
      "README.md",
      "LICENSE",
      "CHANGELOG.md",
      "schema/config.json",
      "layouts/post.html",
      "src/server/browser/reload.js",
      "templates/site/gitignore",
      "templates/site/_config.yml",
      "templates/deploy/github/.github/workflows/pages.yml",
      "templates/deploy/s3/deploy-s3.sh",
      "templates/deploy/nginx/nginx.conf",
    ]) {
      expect(paths).toContain(path);
    }
    expect(readFileSync(resolve(root, bin.pumice), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("has nothing else", () => {
    const wanted =
      /^(?:dist|src\/server\/browser|layouts|includes|assets|templates|schema)\/|^(?:README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.tsbuildinfo$|\.test\.|_site\/|\.pumice\//.test(path))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(4_000_000);
  });

  test("says which Node it needs", () => {
    expect(engines.node).toBe(">=20.19");
  });
});
