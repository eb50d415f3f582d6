import { isUtf8 } from "node:buffer";
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
  /** What is wrong with its bytes or with the front matter, which counts as empty then. */
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
  const bytes = readFileSync(path);
  const read = parseSourceText(bytes.toString("utf8"), { path, shown }, zone);
  return isUtf8(bytes) ? read : { ...read, problem: notUtf8(path, shown) };
}

/** All of a file of YAML; what is no hash counts as an empty one. */
export function readYamlFile(path: string, shown: string, zone: string): Hash {
  try {
    const data = parseYaml(readFileSync(path, "utf8").replace(/^\ufeff/, ""), zone);
    return isPlainHash(data) ? data : {};
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const reason = `This file is not valid YAML: ${error.message}`;
    throw new UserError([{ severity: "error", ruleId: "front-matter-yaml", reason, file: shown, line: error.line }]);
  }
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

function notUtf8(path: string, file: string): Message {
  return {
    severity: "warning",
    ruleId: "not-utf8",
    reason: `Error reading file ${path}: invalid byte sequence in UTF-8`,
    note: "Save the file as UTF-8: of other bytes nobody knows which characters they are",
    file,
  };
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
