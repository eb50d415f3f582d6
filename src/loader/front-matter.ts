import { createRequire } from "node:module";
import type { Message } from "../model/message.js";
import { type ExactYaml, readExactYaml } from "./exact-yaml.js";
import { recover } from "./recover.js";
import { cutAtProse, type Section, splitText } from "./section.js";
import { readSimpleYaml } from "./simple-yaml.js";
import { readToml } from "./toml.js";
import type { Entry } from "./value.js";

/** A file taken apart. */
export interface FrontMatterBlock {
  /** Keys in file order, each once. */
  readonly entries: readonly Entry[];
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly messages: readonly Message[];
}

/**
 * Splits the text of a post (`\n` line ends) into front matter and body. Never throws: what is wrong is in the messages, and
 * whatever can be understood is understood. An `error` among them means that the post's front matter is not known.
 */
export function readFrontMatter(text: string, file: string): FrontMatterBlock {
  let section = splitText(text);
  let parsed = parseBlock(section);
  const cut = cutAtProse(text, section, parsed.broken ?? false);
  if (cut) [section, parsed] = [cut, parseBlock(cut)];
  const { entries, messages } = lastOfEach(parsed.broken ? recoverBlock(section) : parsed);
  return {
    entries,
    body: section.body,
    bodyLine: section.bodyLine,
    messages: [...section.messages, ...messages].map((message) => ({ ...message, file })).sort(byLine),
  };
}

function byLine(a: Message, b: Message): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

interface Parsed {
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
  /** It is not YAML as a whole. */
  readonly broken?: boolean;
}

const maxLength = 1_000_000;
/** Mending a line costs as much as reading a whole good front matter. */
const maxBrokenLines = 5000;
/** gray-matter looks for comments in a time that grows with the square of this. */
const maxBlankLines = 100;

function parseBlock({ block, blockLine, language }: Section): Parsed {
  if (block === undefined || block === "") return { entries: [], messages: [] };
  if (block.length > maxLength) return refuse("larger than a million characters", blockLine);
  if (language === "toml") return readToml(block, blockLine);
  if (block.length > maxBlankLines && hasBlankRun(block)) {
    return refuse(`interrupted by more than ${maxBlankLines} blank lines`, blockLine);
  }
  if (isPlainBlock(block)) return readBlock(block, blockLine);
  // Its own default would end the block at any line that begins with dashes, and its cache, which an options object
  // switches off, would give `{}` for a bad block that it sees a second time.
  const delimiters = ["---", "---\n"] as unknown as [string, string];
  const parsed = (text: string) => readBlock(text.slice(1), blockLine);
  const { data } = loadGrayMatter()(`---\n${block}\n---\n`, { delimiters, engines: { ...refusals, yaml: parsed } });
  return "entries" in data ? (data as unknown as Parsed) : { entries: [], messages: [] };
}

/** Whether gray-matter has nothing to find: a key comes first, not a comment, and there is no line of dashes. */
export function isPlainBlock(block: string): boolean {
  return /^[a-z]/i.test(block) && !`${block}\n`.includes("\n---\n");
}

type GrayMatter = typeof import("gray-matter");
let grayMatter: GrayMatter | undefined;

/** gray-matter takes a while to load, which a build without a changed post does not need to wait for. */
function loadGrayMatter(): GrayMatter {
  grayMatter ??= createRequire(import.meta.url)("gray-matter") as GrayMatter;
  return grayMatter;
}

/** gray-matter's own engines run code; nothing here ever asks for one of them, and this makes sure of it. */
const refusals = Object.fromEntries(
  ["javascript", "js", "json", "coffee", "toml"].map((language) => [
    language,
    () => {
      throw new Error(`Front matter in ${language} must never be read`);
    },
  ]),
);

function readBlock(block: string, blockLine: number): Parsed {
  const simple = readSimpleYaml(block, blockLine);
  if (simple) return { entries: simple, messages: [] };
  const exact = readExactYaml(block, blockLine);
  if (exact.errors.length > 0) return { entries: [], messages: [], broken: true };
  if (exact.kind === "list" || exact.kind === "scalar") return notAMap(exact.kind, block, blockLine);
  return {
    entries: exact.entries,
    messages: exact.duplicates.map(({ reason, line, column }) => duplicate(reason, line, column)),
  };
}

function recoverBlock({ block = "", blockLine }: Section): Parsed {
  if (block.split("\n", maxBrokenLines + 1).length > maxBrokenLines) {
    return refuse(`not YAML, and too long to be mended: it has more than ${maxBrokenLines} lines`, blockLine);
  }
  const { entries, repairs } = recover(block, blockLine);
  return {
    entries,
    messages: repairs.map((repair) => ({ severity: "warning", ruleId: "front-matter-syntax", ...repair })),
  };
}

function lastOfEach({ entries, messages }: Parsed): Parsed {
  const last = new Map<string, Entry>();
  const duplicates: Message[] = [];
  for (const entry of entries) {
    if (last.has(entry.key)) duplicates.push(duplicate(entry.key, entry.line, entry.column));
    last.set(entry.key, entry);
  }
  return duplicates.length === 0
    ? { entries, messages }
    : { entries: [...last.values()], messages: [...messages, ...duplicates] };
}

function duplicate(key: string, line: number, column: number): Message {
  return {
    severity: "warning",
    ruleId: "front-matter-duplicate-key",
    reason: `The key "${key}" is there twice; the last one counts`,
    note: "Delete the one that is wrong",
    line,
    column,
  };
}

function notAMap(kind: ExactYaml["kind"], block: string, blockLine: number): Parsed {
  const line =
    blockLine +
    Math.max(
      block.split("\n").findIndex((text) => text.trim() !== ""),
      0,
    );
  const message: Message = {
    severity: "error",
    ruleId: "front-matter-not-a-map",
    reason: `The front matter is ${kind === "list" ? "a list" : "a text"}, not \`key: value\` lines`,
    note: "Write `title: …` and the like between the lines of dashes; if they are rules of the body, put an empty pair of --- lines before",
    line,
    column: 1,
  };
  return { entries: [], messages: [message] };
}

function refuse(why: string, line: number): Parsed {
  const note = "Move what is not about the post as a whole into its body";
  const reason = `The front matter is ${why}`;
  return { entries: [], messages: [{ severity: "error", ruleId: "front-matter-size", reason, note, line, column: 1 }] };
}

function hasBlankRun(block: string): boolean {
  let run = 0;
  for (let start = 0; start <= block.length; ) {
    const newline = block.indexOf("\n", start);
    const end = newline === -1 ? block.length : newline;
    run = block.slice(start, end).trim() === "" ? run + 1 : 0;
    if (run > maxBlankLines) return true;
    start = end + 1;
  }
  return false;
}
