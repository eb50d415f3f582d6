import { parse as parseYaml, YAMLParseError } from "yaml";
import { type Message, UserError } from "../model/message.js";
import type { TemplateFile } from "./template-files.js";

/** A layout with its front matter read. */
export interface LayoutFile {
  readonly file: TemplateFile;
  /** Front matter, `layout.*` in Liquid. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The layout that this one is put into. */
  readonly parent?: string;
  readonly text: string;
  /** 1-based line of the file on which `text` begins. */
  readonly textLine: number;
}

const frontMatter = /^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/;

/** Parts a layout's front matter from its text. Throws a `UserError` when the front matter is no YAML. */
export function readLayoutFile(file: TemplateFile, shownPath: string): LayoutFile {
  const match = frontMatter.exec(file.text);
  if (match === null) return { file, data: {}, text: file.text, textLine: 1 };
  const data = readData(match[1]!, shownPath);
  const parent = data.layout;
  return {
    file,
    data,
    ...(isLayoutName(parent) && { parent }),
    text: file.text.slice(match[0].length),
    textLine: match[0].split("\n").length,
  };
}

/** `layout: none` and the like mean that there is none. */
export function isLayoutName(value: unknown): value is string {
  return typeof value === "string" && !["", "none", "null", "nil", "false"].includes(value);
}

function readData(text: string, shownPath: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = parseYaml(text);
    return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new UserError([yamlMessage(error, shownPath)]);
  }
}

function yamlMessage(error: YAMLParseError, file: string): Message {
  const start = error.linePos?.[0];
  return {
    severity: "error",
    ruleId: "layout-front-matter",
    reason: `The layout's front matter is not valid YAML: ${error.message.split("\n")[0]!.replace(/ at line .*$/, "")}`,
    note: "Put quotes around values that hold a colon or begin with a special character",
    file,
    // The front matter's first line is the file's second.
    ...(start && { line: start.line + 1, column: start.col }),
  };
}
