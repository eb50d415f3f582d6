import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import type { loadConfig as LoadConfig } from "../../src/config/load.js";
import type { collectAssets as CollectAssets } from "../../src/work/assets.js";

const minified = resolve("dist/assets");

/** Needs the compiled program, which `npm test` makes. */
describe.skipIf(!existsSync(minified))("the minified assets of the theme", () => {
  const names = readdirSync("assets").filter((name) => /\.(?:css|js)$/.test(name));
  const zipped = (name: string) => gzipSync(readFileSync(join(minified, name)), { level: 9 }).length;
  const weigh = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).reduce((sum, name) => sum + zipped(name), 0);

  test("are there for each style sheet and script, and light", () => {
    expect(readdirSync(minified).sort()).toEqual(names.sort());
    expect(weigh(".js")).toBeGreaterThan(3_000);
    expect(weigh(".js")).toBeLessThan(8_000);
    expect(weigh(".css")).toBeLessThan(6_000);
  });

  test("keep what the browser is to see of a newer CSS", () => {
    const css = readFileSync(join(minified, "theme.css"), "utf8");
    for (const name of ["text-autospace", "text-spacing-trim", "hanging-punctuation", "text-wrap", "line-break"])
      expect(css).toContain(`${name}:`);
  });

  /** What the compiled program publishes of a source, by name. */
  async function published(source: string) {
    const { collectAssets }: { collectAssets: typeof CollectAssets } = await import(resolve("dist/work/assets.js"));
    const { loadConfig }: { loadConfig: typeof LoadConfig } = await import(resolve("dist/config/load.js"));
    const { outputs, names } = collectAssets(loadConfig({ source }).config);
    const from = new Map(outputs.map((output) => [`/${output.path}`, "copyFrom" in output ? output.copyFrom : ""]));
    return (name: string) => from.get(names[name]!);
  }

  test("are what a site gets, and the site's own files win", async () => {
    const source = mkdtempSync(join(tmpdir(), "pumice-assets-"));
    onTestFinished(() => rmSync(source, { recursive: true }));
    mkdirSync(join(source, "assets"));
    writeFileSync(join(source, "assets/toc-spy.js"), "// none\n");
    const fileOf = await published(source);
    expect(fileOf("theme.css")).toBe(join(minified, "theme.css"));
    expect(fileOf("toc-spy.js")).toBe(join(source, "assets/toc-spy.js"));
    expect(fileOf("icon.svg")).toBe(resolve("assets/icon.svg"));
  });

  test("are what the site in the repository gets", async () => {
    const fileOf = await published(resolve("."));
    expect(fileOf("theme.css")).toBe(join(minified, "theme.css"));
  });
});
