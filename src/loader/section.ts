import type { Message } from "../model/message.js";
import { endOfLooseYaml, readKeyLine } from "./yaml-lines.js";

/** A post's text, taken apart into the YAML or TOML at its top and the rest. */
export interface Section {
  readonly language?: "toml";
  /** Undefined when the post has no front matter. */
  readonly block?: string;
  /** Offset of the block in the text. */
  readonly blockStart: number;
  /** 1-based line of the file on which the block begins. */
  readonly blockLine: number;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly messages: readonly Message[];
}

const opening = /^(?:[ \t]*\n)*---[ \t]*([a-z_][\w+-]*)?[ \t]*(?:\n|$)/i;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;

/** Finds the front matter of a text with `\n` line ends: between lines of dashes, or as well as it can be guessed. */
export function splitText(text: string): Section {
  const open = opening.exec(text);
  if (!open) return tomlSection(text) ?? withoutOpening(text);
  const start = open[0].length;
  const blockLine = countNewlines(open[0]) + 1;
  closing.lastIndex = start;
  const close = closing.exec(text);
  const language = open[1]?.toLowerCase() ?? "yaml";
  const known = language === "yaml" || language === "yml";
  if (!close && known) return withoutClosing(text, start, blockLine);
  const block = text.slice(start, close?.index ?? start);
  const section = {
    blockStart: start,
    blockLine,
    body: text.slice(close ? closing.lastIndex : start),
    bodyLine: blockLine + countNewlines(block) + (close ? 1 : 0),
  };
  if (known) return { ...section, block: block.endsWith("\n") ? block.slice(0, -1) : block, messages: [] };
  return { ...section, messages: [unsupported(language, blockLine - 1)] };
}

const tomlOpening = /^(?:[ \t]*\n)*\+\+\+[ \t]*\n/;
const tomlClosing = /^\+\+\+[ \t]*(?:\n|$)/gm;

/** Between two lines of plus signs, as Hugo and Zola have it; undefined where there are none. */
function tomlSection(text: string): Section | undefined {
  const open = tomlOpening.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  tomlClosing.lastIndex = start;
  const close = tomlClosing.exec(text);
  if (!close) return undefined;
  const block = text.slice(start, close.index);
  const blockLine = countNewlines(open[0]) + 1;
  return {
    language: "toml",
    block: block.endsWith("\n") ? block.slice(0, -1) : block,
    blockStart: start,
    blockLine,
    body: text.slice(tomlClosing.lastIndex),
    bodyLine: blockLine + countNewlines(block) + 1,
    messages: [],
  };
}

/**
 * Cuts a block short at its first line of prose when a blank line parts the two: its own closing line is missing, and what
 * was taken for it is a rule in the body. In a block that is good YAML, headings (comments, to YAML) are the only sign.
 */
export function cutAtProse(
  text: string,
  { block = "", blockStart, blockLine, language }: Section,
  broken: boolean,
): Section | undefined {
  if (language === "toml") return undefined;
  if (!broken && !block.includes("\n\n#")) return undefined;
  const lines = block.split("\n");
  const { end, keys } = endOfLooseYaml(lines);
  const rest = lines.slice(end).filter((line) => line.trim() !== "");
  if (keys.length === 0 || rest.length === 0 || lines[end]?.trim() !== "") return undefined;
  const isHeading = rest[0]!.startsWith("#") && rest.some((line) => !line.startsWith("#"));
  const hasKeys = rest.some((line) => readKeyLine(line)?.key.includes(" ") === false);
  if (!broken && (!isHeading || hasKeys)) return undefined;
  return cut(text, blockStart, blockLine, end, unclosed(blockLine + end - 1));
}

function withoutClosing(text: string, start: number, blockLine: number): Section {
  const { end, keys } = endOfLooseYaml(text.slice(start).split("\n"));
  if (keys.length > 0) return cut(text, start, blockLine, end, unclosed(blockLine + end - 1));
  // A rule, not front matter: the body keeps it.
  return withoutFrontMatter(text);
}

const usualKeys = new Set(["title", "layout", "date", "tags", "categories", "author", "permalink"]);

function withoutOpening(text: string): Section {
  const { end, keys } = endOfLooseYaml(text.slice(0, 100_000).split("\n"));
  const usual = keys.filter((key) => usualKeys.has(key.toLowerCase()));
  if (keys.length < 2 || usual.length === 0) return withoutFrontMatter(text);
  return cut(text, 0, 1, end, {
    severity: "warning",
    ruleId: "front-matter-dashes",
    reason:
      "The file begins with `key: value` lines, but not with the line of three dashes that makes them front matter",
    note: "Put a line with --- before the first key and one after the last",
    line: 1,
    column: 1,
  });
}

function withoutFrontMatter(text: string): Section {
  return { blockStart: 0, blockLine: 1, body: text, bodyLine: 1, messages: [missing] };
}

function cut(text: string, start: number, blockLine: number, lineCount: number, message: Message): Section {
  const lines = text.slice(start).split("\n");
  const block = lines.slice(0, lineCount).join("\n");
  const body = lines.slice(lineCount).join("\n");
  return { block, blockStart: start, blockLine, body, bodyLine: blockLine + lineCount, messages: [message] };
}

function unclosed(line: number): Message {
  return {
    severity: "warning",
    ruleId: "front-matter-unclosed",
    reason: "The front matter has no closing line of three dashes; it was taken to end here",
    note: "Put a line with --- after the last key",
    line,
    column: 1,
  };
}

const missing: Message = {
  severity: "info",
  ruleId: "front-matter-missing",
  reason: "The file has no front matter; title and date come from the body and the file's name",
  note: "Begin the file with a line ---, then `title: …`, then another line ---",
  line: 1,
  column: 1,
};

function unsupported(language: string, line: number): Message {
  return {
    severity: "error",
    ruleId: "front-matter-language",
    reason: `The front matter is marked as "${language.slice(0, 40)}", and only YAML is read: a post must never run code`,
    note: "Write the front matter as `key: value` lines between two lines of ---",
    line,
    column: 1,
  };
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
