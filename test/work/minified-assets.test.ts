import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../writer/folder.js";

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

  /** Builds a site with a compiled program, and returns its files by the name that they have without hash. */
  function built(program: string, source: string): (name: string) => string {
    execFileSync(process.execPath, [join(program, "dist/cli.js"), "build", "-q", "-s", source]);
    const folder = join(source, "_site/assets");
    const names = readdirSync(folder);
    return (name) => {
      const hashed = names.find((one) => one.replace(/-[\da-f]{8}\./, ".") === name && one !== name);
      return readFileSync(join(folder, hashed ?? name), "utf8");
    };
  }

  const text = (...path: readonly string[]) => readFileSync(join(...path), "utf8");

  test("are what a site gets, and the site's own files win", () => {
    const source = makeFolder({ "assets/toc-spy.js": "// none\n", "posts/a.md": "---\ntitle: A\n---\nText\n" });
    const published = built(resolve("."), source);
    expect(published("theme.css")).toBe(text(minified, "theme.css"));
    expect(published("search.js")).toBe(text(minified, "search.js"));
    expect(published("toc-spy.js")).toBe("// none\n");
    expect(published("icon.svg")).toBe(text("assets/icon.svg"));
  });

  test("make, with a post of the demo site, less than 15 kB: text, style and scripts", () => {
    const source = makeFolder({});
    cpSync("posts", join(source, "posts"), { recursive: true });
    execFileSync(process.execPath, [resolve("dist/cli.js"), "build", "-q", "-s", source]);
    const site = join(source, "_site");
    const zippedFile = (path: string) => gzipSync(readFileSync(join(site, path))).length;
    const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
      (path) => /^20.*\d\/[^/]*\.html$/.test(path) && !path.endsWith("index.html"),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const path of pages) {
      const html = readFileSync(join(site, path), "utf8");
      const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:css|js))"/g)].map(([, asset]) => asset!);
      expect(assets.length).toBeGreaterThan(2);
      const weight = [path, ...assets].reduce((sum, one) => sum + zippedFile(one), 0);
      expect(weight, path).toBeLessThan(15_000);
    }
  });

  test("are what a site in the repository gets, which has the sources among its own files", () => {
    const repository = makeFolder({
      "posts/a.md": "---\ntitle: A\n---\nText\n",
      "assets/own.css": "a { color: red }\n",
    });
    for (const name of ["dist", "layouts", "includes", "assets", "package.json"])
      cpSync(name, join(repository, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(repository, "node_modules"));
    const published = built(repository, repository);
    expect(published("theme.css")).toBe(text(minified, "theme.css"));
    expect(published("own.css")).toBe("a { color: red }\n");
  });
});
