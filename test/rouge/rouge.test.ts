import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withinTime } from "../../src/lib/time-limit.js";
import { rougeHtml } from "../../src/pipeline/rouge/index.js";
import { lex } from "../../src/pipeline/rouge/lexer.js";
import { lexers } from "../../src/pipeline/rouge/lexers/index.js";

/*
 * Real Rouge is the measure, as far as it is installed (Debian's ruby-rouge comes with jekyll): each sample, named by its
 * language, comes out of it and of ours byte by byte alike.
 */

const samples = join(import.meta.dirname, "samples");
const names = readdirSync(samples);
const program = `require "rouge"; require "json"
puts JSON.generate(ARGV.to_h { |file| [file, Rouge::Formatters::HTML.new.format(Rouge::Lexer.find(File.basename(file, ".txt")).new.lex(File.read(file, encoding: "utf-8")))] })`;
const run = spawnSync("ruby", ["-e", program, ...names], { cwd: samples, encoding: "utf8" });
const ofRouge: Readonly<Record<string, string>> = run.status === 0 ? JSON.parse(run.stdout) : {};

const nameOf = (lexer: unknown) => [...lexers].find(([, one]) => one === lexer)![0];

describe("lexers", () => {
  test.skipIf(run.status !== 0).each(names)("%s as Rouge has it", (name) => {
    expect(rougeHtml(readFileSync(join(samples, name), "utf8"), name.replace(".txt", ""))).toBe(ofRouge[name]);
  });

  // Patterns that are put together are not among those that test/security/patterns.test.ts finds.
  test.each([...new Set(lexers.values())].map((lexer): [string, typeof lexer] => [nameOf(lexer), lexer]))(
    "%s comes to an end on hostile texts",
    (_, lexer) => {
      const pieces = [
        ..." \t\n-=>\"'/\\&;:#.*_|`~[(){}%$@0a",
        "``",
        "<a ",
        "{{ a",
        "{%",
        "a: ",
        "|\n a",
        "<<a\n",
        "$(",
        "${",
        "/*",
        "a b ",
      ];
      withinTime(30_000, () => {
        for (const piece of pieces) lex(lexer, piece.repeat(4000));
      });
    },
    60_000,
  );

  test.each([...lexers])("%s loses no character, whatever it is given", (_, lexer) => {
    for (const name of names) {
      const text = readFileSync(join(samples, name), "utf8");
      const tokens = lex(lexer, text);
      expect(tokens.map(([, part]) => part).join("")).toBe(text);
    }
  });
});
