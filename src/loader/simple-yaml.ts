import { type Entry, mapOf, plainValue, type Value } from "./value.js";

/**
 * Reads the YAML that nearly all posts are written in: `key: value` on one line, lists in brackets or of `- item` lines, and
 * maps of one level. Gives undefined for anything else, right or wrong, so that the `yaml` package can judge it: that one is
 * exact but an order of magnitude slower. What is returned is always what `yaml` would give.
 */
export function readSimpleYaml(block: string, firstLine: number): readonly Entry[] | undefined {
  if (unusual.test(block)) return undefined;
  const lines = block.split("\n");
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let next = 0;
  while (next < lines.length) {
    const line = lines[next]!;
    const index = next++;
    if (isBlank(line) || line.startsWith("#")) continue;
    const pair = readPair(line, 0);
    if (!pair || keys.has(pair.key)) return undefined;
    const nested = readNested(lines, next);
    if (nested === unknown) return undefined;
    let value: Value | Unknown;
    if (nested) {
      if (pair.text !== "") return undefined;
      value = nested.value;
      next = nested.next;
    } else value = readValue(pair.text);
    if (value === unknown) return undefined;
    keys.add(pair.key);
    entries.push({ key: pair.key, value, line: firstLine + index, column: 1 });
  }
  return entries;
}

/** Tabs and control characters have rules of their own. */
const unusual = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

const unknown = Symbol("not simple");
type Unknown = typeof unknown;

/** The list or map that begins at a line, or undefined when the next key or the end comes first. */
function readNested(
  lines: readonly string[],
  start: number,
): { readonly value: Value; readonly next: number } | undefined | Unknown {
  let index = start;
  while (index < lines.length && isBlank(lines[index]!)) index++;
  const first = lines[index];
  if (first === undefined) return undefined;
  const indent = indentOf(first);
  const isList = isItem(first, indent);
  if (indent === 0 && !isList) return undefined;
  const list: Value[] = [];
  const pairs = new Map<string, Value>();
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    const depth = indentOf(line);
    if (depth === 0 && !isItem(line, 0)) break;
    if (depth !== indent || isItem(line, indent) !== isList) return unknown;
    if (isList) {
      const value = readValue(trimSpaces(line, indent + 1));
      if (value === unknown) return unknown;
      list.push(value);
    } else {
      const pair = readPair(line, indent);
      if (!pair || pairs.has(pair.key)) return unknown;
      const value = readValue(pair.text);
      if (value === unknown) return unknown;
      pairs.set(pair.key, value);
    }
  }
  return { value: isList ? list : mapOf(pairs), next: index };
}

const keyPattern = /[\p{L}_][\p{L}\p{N}_-]*:?(?=:(?: |$))/uy;

function readPair(line: string, indent: number): { readonly key: string; readonly text: string } | undefined {
  keyPattern.lastIndex = indent;
  const key = keyPattern.exec(line)?.[0];
  return key === undefined ? undefined : { key, text: trimSpaces(line, indent + key.length + 1) };
}

function readValue(text: string): Value | Unknown {
  switch (text[0]) {
    case undefined:
      return null;
    case '"':
    case "'": {
      const quoted = readQuoted(text, 0);
      return quoted && quoted.end === text.length ? quoted.value : unknown;
    }
    case "[":
      return readBrackets(text);
    default:
      return isPlain(text) ? plainValue(text) : unknown;
  }
}

const quotedPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'/y;

function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  quotedPattern.lastIndex = start;
  const quoted = quotedPattern.exec(text)?.[0];
  if (quoted === undefined) return undefined;
  const end = start + quoted.length;
  if (quoted[0] === "'") return { value: quoted.slice(1, -1).replaceAll("''", "'"), end };
  if (!quoted.includes("\\")) return { value: quoted.slice(1, -1), end };
  try {
    // JSON's escapes mean the same in YAML; the others are left to `yaml`.
    return { value: JSON.parse(quoted), end };
  } catch {
    return undefined;
  }
}

/** `[a, "b", 'c']`, without brackets inside brackets. */
function readBrackets(text: string): Value | Unknown {
  const list: Value[] = [];
  let index = skipSpaces(text, 1);
  while (text[index] !== "]") {
    const first = text[index];
    if (first === '"' || first === "'") {
      const quoted = readQuoted(text, index);
      if (!quoted) return unknown;
      list.push(quoted.value);
      index = skipSpaces(text, quoted.end);
    } else {
      const end = endOfItem(text, index);
      const item = trimSpaces(text.slice(index, end), 0);
      if (item === "" || !isPlain(item) || flowIndicator.test(item)) return unknown;
      list.push(plainValue(item));
      index = end;
    }
    if (text[index] === ",") index = skipSpaces(text, index + 1);
    else if (text[index] !== "]") return unknown;
  }
  return index === text.length - 1 ? list : unknown;
}

const flowIndicator = /[[\]{}]|:["',]/;

function endOfItem(text: string, start: number): number {
  let index = start;
  while (index < text.length && text[index] !== "," && text[index] !== "]") index++;
  return index;
}

/** Whether a text without quotes is one scalar that has no second meaning. */
function isPlain(text: string): boolean {
  return !/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !text.endsWith(":") && !text.includes(": ") && !text.includes(" #");
}

function isBlank(line: string): boolean {
  return skipSpaces(line, 0) === line.length;
}

function isItem(line: string, indent: number): boolean {
  return line[indent] === "-" && (line[indent + 1] === " " || line.length === indent + 1);
}

function indentOf(line: string): number {
  return skipSpaces(line, 0);
}

function skipSpaces(text: string, start: number): number {
  let index = start;
  while (text[index] === " ") index++;
  return index;
}

/** Spaces only: no-break and ideographic spaces are content in YAML. */
function trimSpaces(text: string, start: number): string {
  const begin = skipSpaces(text, start);
  let end = text.length;
  while (end > begin && text[end - 1] === " ") end--;
  return text.slice(begin, end);
}
