import type { LineEdit } from "../model/mend.js";
import { readExactYaml } from "./exact-yaml.js";
import { type FrontMatterBlock, readFrontMatter } from "./front-matter.js";
import { recover } from "./recover.js";
import { mapFrontMatter, misspeltKeys, type SchemaOptions } from "./schema.js";
import type { Entry } from "./value.js";
import { readKeyLine } from "./yaml-lines.js";

/** Rules whose problems can be mended without asking. */
export const mendable: ReadonlySet<string> = new Set([
  "front-matter-syntax",
  "front-matter-duplicate-key",
  "front-matter-dashes",
  "front-matter-unclosed",
  "unknown-key",
]);

/** A text with its lines mended. */
export interface Mended {
  readonly text: string;
  readonly edits: readonly LineEdit[];
}

/**
 * Mends the front matter of a text (`\n` line ends, no byte order mark) line by line, so that comments, order and all the
 * lines that are right stay as they are: missing dashes, bad YAML, keys that are there twice, misspelt keys. Undefined
 * where nothing can be mended. Each state is read again: its body, and every value but those that were meant to change,
 * must be what they were.
 */
export function mendFrontMatter(text: string, options: SchemaOptions): Mended | undefined {
  const lines = text.split("\n").map((line, index): Line => ({ line: index + 1, before: line, after: [line] }));
  let isMended = false;
  for (const mend of [addDashes, dropDuplicates, mendSyntax, renameKeys]) {
    const current = print(lines);
    const next = mend(lines, readFrontMatter(current, ""), options);
    if (!next || !isSound(current, print(next), options)) continue;
    lines.splice(0, lines.length, ...next);
    isMended = true;
  }
  return isMended ? { text: print(lines), edits: lines.flatMap(editsOf) } : undefined;
}

/** A line of the file as it was, and the lines that it has become. */
interface Line {
  readonly line: number;
  readonly before: string;
  readonly after: readonly string[];
}

type Mend = (lines: readonly Line[], read: FrontMatterBlock, options: SchemaOptions) => readonly Line[] | undefined;

const print = (lines: readonly Line[]) => lines.flatMap(({ after }) => after).join("\n");

function editsOf({ line, before, after }: Line): readonly LineEdit[] {
  if (after.length === 0) return [{ line, before }];
  const kept = after.indexOf(before);
  if (kept < 0)
    return [{ line, before, after: after.at(-1)! }, ...after.slice(0, -1).map((added) => ({ line, after: added }))];
  return after.filter((_, index) => index !== kept).map((added) => ({ line, after: added }));
}

/** Changes lines by their number in the present text, which is that of `print`. */
function change(
  lines: readonly Line[],
  changes: ReadonlyMap<number, (text: string) => readonly string[]>,
): readonly Line[] {
  let number = 0;
  return lines.map((line) => ({
    ...line,
    after: line.after.flatMap((text) => {
      number += 1;
      return changes.get(number)?.(text) ?? [text];
    }),
  }));
}

const addDashes: Mend = (lines, { bodyLine, messages }) => {
  const rules = new Set(messages.map(({ ruleId }) => ruleId));
  if (!rules.has("front-matter-dashes") && !rules.has("front-matter-unclosed")) return undefined;
  const changes = new Map([[bodyLine, (text: string) => ["---", text]]]);
  if (rules.has("front-matter-dashes")) changes.set(1, (text) => ["---", text]);
  return change(lines, changes);
};

const mendSyntax: Mend = (lines, { entries, messages, bodyLine }) => {
  const broken = new Set(messages.filter(({ ruleId }) => ruleId === "front-matter-syntax").map(({ line }) => line));
  if (broken.size === 0) return undefined;
  const texts = print(lines).split("\n");
  const changes = new Map<number, (text: string) => readonly string[]>();
  for (const [index, entry] of entries.entries()) {
    const end = lastLine(texts, entry.line, entries[index + 1]?.line ?? bodyLine - 1);
    if (![...broken].some((line) => line !== undefined && line >= entry.line && line <= end)) continue;
    const mended = mendEntry(texts.slice(entry.line - 1, end), entry);
    for (const [offset, text] of mended?.entries() ?? []) changes.set(entry.line + offset, () => [text]);
  }
  return change(lines, changes);
};

/** The lines of one key, mended so that they mean what was understood of them. */
function mendEntry(chunk: readonly string[], { key, value }: Entry): readonly string[] | undefined {
  const [first = "", ...rest] = chunk;
  const found = readKeyLine(first);
  if (!found) return undefined;
  const indented = rest.map((line) => line.replace(/^[ \t]+/, (space) => space.replaceAll("\t", "  ")));
  const candidates = [
    [first.trimEnd(), ...indented],
    [`${found.key}: ${found.text}`.trimEnd(), ...indented],
    ...(typeof value === "string" && rest.every((line) => line.trim() === "")
      ? [[`${found.key}: '${value.replaceAll("'", "''")}'`, ...rest]]
      : []),
  ];
  return candidates.find((candidate) => {
    const { errors, entries } = readExactYaml(candidate.join("\n"), 1);
    return errors.length === 0 && entries.length === 1 && same(entries[0], { key, value });
  });
}

const dropDuplicates: Mend = (lines, { messages, bodyLine }) => {
  if (!messages.some(({ ruleId }) => ruleId === "front-matter-duplicate-key")) return undefined;
  const texts = print(lines).split("\n");
  const start = texts.findIndex((line) => line.startsWith("---")) + 1;
  const { entries } = recover(texts.slice(start, bodyLine - 2).join("\n"), start + 1);
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  const changes = new Map<number, () => readonly string[]>();
  for (const [index, entry] of entries.entries()) {
    if (last.get(entry.key) === entry) continue;
    const end = lastLine(texts, entry.line, entries[index + 1]?.line ?? bodyLine - 1);
    for (let line = entry.line; line <= end; line += 1) changes.set(line, () => []);
  }
  return change(lines, changes);
};

const renameKeys: Mend = (lines, { entries }, options) => {
  const misspelt = misspeltKeys(entries, options);
  if (misspelt.length === 0) return undefined;
  return change(
    lines,
    new Map(
      misspelt.map(({ entry: { key, line, column }, meant }) => [
        line,
        (text: string) => [text.slice(0, column - 1) + text.slice(column - 1).replace(key, () => meant)],
      ]),
    ),
  );
};

/** The last line (1-based) of the key at `first`, without blank lines and comments, which belong to the key below. */
function lastLine(texts: readonly string[], first: number, next: number): number {
  let end = Math.max(next - 1, first);
  while (end > first && /^\s*(?:#.*)?$/.test(texts[end - 1]!)) end -= 1;
  return end;
}

/** Whether a text says what another said, and has fewer problems. */
function isSound(before: string, after: string, options: SchemaOptions): boolean {
  const [old, now] = [readFrontMatter(before, ""), readFrontMatter(after, "")];
  if (old.body !== now.body || problemsOf(now, options) >= problemsOf(old, options)) return false;
  const renamed = new Map(misspeltKeys(old.entries, options).map(({ entry, meant }) => [entry.key, meant]));
  const values = valuesOf(now.entries);
  return (
    valuesOf(old.entries) === values ||
    valuesOf(old.entries.map((entry) => ({ ...entry, key: renamed.get(entry.key) ?? entry.key }))) === values
  );
}

function problemsOf({ entries, messages }: FrontMatterBlock, options: SchemaOptions): number {
  return messages.length + mapFrontMatter(entries, "", options).messages.length;
}

/** In the order of the keys: of two equal keys the last counts, wherever it stands. */
function valuesOf(entries: readonly Entry[]): string {
  return JSON.stringify(entries.map(({ key, value }) => [key, value]).sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

function same(one: Pick<Entry, "key" | "value"> | undefined, other: Pick<Entry, "key" | "value"> | undefined): boolean {
  return one?.key === other?.key && JSON.stringify(one?.value) === JSON.stringify(other?.value);
}
