import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/*
 * Who may import whom: a folder imports only from rows above its own, and from itself. The stages never import each other.
 */
const rows: readonly (readonly string[])[] = [
  ["lib"],
  ["model"],
  ["html"],
  ["config", "loader", "cache", "pipeline", "pages", "layout", "search", "emitters", "checks", "writer"],
  ["work"],
  ["build.ts", "check.ts", "clean-html.ts", "define-config.ts", "explain.ts", "import-images.ts", "warm-cache.ts"],
  ["engine.ts"],
  ["authoring", "server", "report", "index.ts"],
  ["report.ts"],
  ["commands"],
  ["cli.ts"],
];

const src = resolve("src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"));

/** The folder under `src/`, or the file itself. */
const partOf = (file: string): string => file.split("/")[0]!;
const rowOf = (part: string): number => rows.findIndex((row) => row.includes(part));

function breaches(file: string, text: string): readonly string[] {
  const from = partOf(file);
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1]!);
  return imports.flatMap((specifier) => {
    const target = relative(src, join(dirname(join(src, file)), specifier))
      .replaceAll("\\", "/")
      .replace(/\.js$/, ".ts");
    const to = partOf(target);
    if (to === from) return [];
    return rowOf(to) >= 0 && rowOf(to) < rowOf(from) ? [] : [`${file} must not import ${target}`];
  });
}

describe("who may import whom", () => {
  it("every part of src has its row", () => {
    expect([...new Set(files.map(partOf))].filter((part) => rowOf(part) < 0)).toEqual([]);
  });

  it.each(files)("%s", (file) => {
    expect(breaches(file, readFileSync(join(src, file), "utf8"))).toEqual([]);
  });

  it("notices a stage that imports another, and a row that looks up", () => {
    expect(breaches("loader/x.ts", 'import { a } from "../pipeline/process.js";')).toHaveLength(1);
    expect(breaches("lib/x.ts", 'import type { B } from "../model/post.js";')).toHaveLength(1);
    expect(breaches("loader/x.ts", 'import type { B } from "../model/post.js";')).toEqual([]);
  });

  it("folders are listed without a way through links, which Node takes from version 22 on", () => {
    const lists = (file: string) =>
      /readdir(?:Sync)?\([^;]*recursive: true/.test(readFileSync(join(src, file), "utf8"));
    // The program's own folder has none.
    expect(files.filter(lists)).toEqual(["lib/program-fingerprint.ts"]);
  });

  it("only one file knows gray-matter, and only html/ parses or prints HTML", () => {
    const users = (name: string): readonly string[] =>
      files.filter((file) => readFileSync(join(src, file), "utf8").includes(`"${name}"`));
    expect(users("gray-matter")).toEqual(["loader/front-matter.ts"]);
    for (const name of ["parse5", "rehype-parse", "rehype-stringify", "hast-util-to-html"]) {
      expect(users(name).filter((file) => !file.startsWith("html/"))).toEqual([]);
    }
  });
});
