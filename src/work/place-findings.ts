import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Near } from "../model/finding.js";
import type { Message } from "../model/message.js";

/**
 * Finds the places that findings are about in the source files, each of which is read once. `limit`: so many findings of
 * each rule get a place; the others name their file only.
 */
export function placeFindings(
  findings: readonly Finding[],
  source: string,
  limit = Number.POSITIVE_INFINITY,
): readonly Message[] {
  const texts = new Map<string, string>();
  const placed = new Map<string, number>();
  return findings.map(({ near, ...message }): Message => {
    const count = placed.get(message.ruleId) ?? 0;
    if (!near || message.file === undefined || count >= limit) return message;
    placed.set(message.ruleId, count + 1);
    const text = texts.get(message.file) ?? readSource(join(source, message.file));
    texts.set(message.file, text);
    const offset = offsetOf(text, near);
    return offset === undefined ? message : { ...message, ...placeOf(text, offset) };
  });
}

/** A file that is gone meanwhile has no places. */
function readSource(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch {
    return "";
  }
}

function offsetOf(text: string, near: Near): number | undefined {
  if ("key" in near) return keyOffset(text, near.key);
  const body = bodyOffset(text);
  for (const spelling of near.text) {
    const offset = text.indexOf(spelling, body);
    if (offset >= 0) return offset;
  }
  const [whole = ""] = near.text;
  const inFrontMatter = text.indexOf(whole);
  return inFrontMatter < 0 ? undefined : inFrontMatter;
}

/** Behind the front matter, where there is one: descriptions and covers repeat what is in the body. */
function bodyOffset(text: string): number {
  return /^\s*---[^\n]*\n[\s\S]*?\n---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
}

function keyOffset(text: string, key: string): number | undefined {
  const start = `\n${text.slice(0, 100_000)}`.search(new RegExp(`\\n${key}[ \\t]*:`));
  return start < 0 ? undefined : start;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
