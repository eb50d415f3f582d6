import { readFileSync } from "node:fs";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { parseYaml, YamlError } from "../../lib/ruby/yaml.js";
import { type Message, UserError } from "../../model/message.js";

/** A file cut into its front matter and the rest. */
export interface SourceText {
  readonly data: Hash;
  readonly content: string;
  /** 1-based line on which the content begins. */
  readonly contentLine: number;
  /** What is wrong with the front matter; it counts as empty then, and stays in the content if it was no YAML. */
  readonly problem?: Message;
}

/** Blank lines behind the front matter belong to it. */
const frontMatter = /^(?<![\s\S])(---\s*\n[\s\S]*?\n?)^(?:(?:---|\.\.\.)\s*$\n?)/m;

/** Whether a file is a page and not only a file: its first line is `---`. */
export function hasFrontMatter(bytes: Buffer): boolean {
  return /^(?:\ufeff)?---\s*\r?\n/.test(bytes.subarray(0, 256).toString("utf8"));
}

/** Reads a text with front matter. `shown` is its path below the source. Throws a `UserError` for front matter that is no hash. */
export function readSourceText(path: string, shown: string, zone: string): SourceText {
  return parseSourceText(readFileSync(path, "utf8"), { path, shown }, zone);
}

interface Place {
  readonly path: string;
  readonly shown: string;
}

function parseSourceText(written: string, place: Place, zone: string): SourceText {
  const text = written.replace(/^\ufeff/, "");
  const match = frontMatter.exec(text);
  if (!match) return { data: {}, content: text, contentLine: 1 };
  const content = text.slice(match[0].length);
  const contentLine = match[0].split("\n").length;
  try {
    const data = parseYaml(match[1]!.replace(/^---[^\n]*\n/, ""), zone) ?? {};
    if (isPlainHash(data)) return { data, content, contentLine };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const problem = yamlProblem(error, place);
    return { data: {}, content, contentLine, problem };
  }
  throw new UserError([
    {
      severity: "error",
      ruleId: "front-matter-kind",
      reason: `Invalid YAML front matter in ${place.path}`,
      file: place.shown,
    },
  ]);
}

function yamlProblem(error: YamlError, { path, shown }: Place): Message {
  return {
    severity: "warning",
    ruleId: "front-matter-yaml",
    reason: `YAML Exception reading ${path}: ${error.message}`,
    note: "The front matter counts as empty until it is put right",
    file: shown,
    line: error.line + 1,
  };
}
