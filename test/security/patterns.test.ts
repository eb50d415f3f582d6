import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { OutOfTime, withinTime } from "../../src/lib/time-limit.js";

/** Long enough that a pattern which is worse than quadratic takes hours, and a quadratic one a moment. */
const LENGTH = 4000;
/** Milliseconds for one pattern and all texts: only a hang is that slow, on any machine. */
const HANG = 30_000;

const pieces = [
  ..." \t\n-=>\"'/\\&;:#.*_|`~[(){}%$!?0aA中",
  "<!--",
  "<a",
  "<a ",
  "</",
  "{{",
  "{%",
  "&#",
  "- ",
  "a ",
  '="',
  "\r\n",
  "http://",
  "a.",
  "a-",
  "[a](",
  "2020-01-01",
];

const texts = pieces.flatMap((piece) => {
  const repeated = piece.repeat(Math.ceil(LENGTH / piece.length));
  return [repeated, `${repeated}\u0001`, `<a ${repeated}`, `a${repeated}!`];
});

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

const src = resolve("src");
const patterns = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap(patternsIn);

describe("every regular expression of the program", () => {
  it("is found", () => expect(patterns.length).toBeGreaterThan(300));

  it("comes to an end on hostile texts", () => {
    expect(patterns.filter(hangs).map(({ place }) => place)).toEqual([]);
  }, 600_000);

  it("would be noticed if it did not", () => {
    const regex = /^(\s*<[^>]*>\s*)*$/;
    expect(() => withinTime(500, () => regex.test(`${"<a> ".repeat(40)}!`))).toThrow(OutOfTime);
  });
});

function patternsIn(name: string): Pattern[] {
  const text = readFileSync(resolve(src, name), "utf8");
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text)!;
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      // Each start is tried where the program goes on from match to match.
      found.push({ place: `${name}:${line} ${node.text.slice(0, 80)}`, regex: new RegExp(source!, flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function hangs({ regex }: Pattern): boolean {
  try {
    withinTime(HANG, () => {
      for (const text of texts) text.replace(regex, "");
    });
    return false;
  } catch (error) {
    if (error instanceof OutOfTime) return true;
    throw error;
  }
}
