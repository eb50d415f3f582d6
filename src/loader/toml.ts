import { parse, TomlDate, TomlError, type TomlValue } from "smol-toml";
import type { Message } from "../model/message.js";
import { type Entry, isMap, mapOf, type Value } from "./value.js";

export interface Toml {
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
}

/** The parser recurses. */
const maxDepth = 100;

/**
 * Reads front matter in TOML, which Hugo and Zola have. Dates become the text of ISO 8601, the keys of Zola's table
 * `taxonomies` stand beside the others. Never throws.
 */
export function readToml(block: string, firstLine: number): Toml {
  try {
    const { taxonomies, ...table } = parse(block, { integersAsBigInt: "asNeeded", maxDepth });
    const value = readValue(taxonomies ?? {});
    const pairs = [...Object.entries(table).map(readPair), ...(isMap(value) ? Object.entries(value) : [])];
    const lines = linesOfKeys(block);
    const entries = pairs.map(([key, value]) => ({ key, value, line: firstLine + (lines.get(key) ?? 0), column: 1 }));
    return { entries, messages: [] };
  } catch (error) {
    if (error instanceof TomlError) return broken(error, firstLine);
    throw error;
  }
}

const readPair = ([key, value]: readonly [string, TomlValue]): readonly [string, Value] => [key, readValue(value)];

function readValue(value: TomlValue): Value {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(readValue);
  return typeof value === "object" ? mapOf(Object.entries(value).map(readPair)) : value;
}

const keyLine = /^[ \t]*(?:\[+[ \t]*)?["']?([^"'\s=.\]]+)/;

/** The line of each key or table, from 0: the parser does not tell. */
function linesOfKeys(block: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of block.split("\n").entries()) {
    const key = keyLine.exec(line)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, index);
  }
  return lines;
}

function broken({ message, line, column }: TomlError, firstLine: number): Toml {
  const reason = `The front matter is not TOML: ${message.split("\n", 1)[0]!.replace(/^Invalid TOML document: /, "")}`;
  const note = "Mend it, or write it as `key: value` lines between two lines of ---";
  const place = { line: firstLine + line - 1, column };
  return { entries: [], messages: [{ severity: "error", ruleId: "front-matter-toml", reason, note, ...place }] };
}
