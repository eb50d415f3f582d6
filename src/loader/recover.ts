import { readExactYaml } from "./exact-yaml.js";
import { readSimpleYaml } from "./simple-yaml.js";
import type { Entry, Value } from "./value.js";
import { readKeyLine } from "./yaml-lines.js";

/** A repaired place of bad YAML: what is wrong there and what the author can do about it. */
export interface Repair {
  readonly reason: string;
  readonly note: string;
  readonly line: number;
  readonly column: number;
}

/** A key line with the lines that belong to it. */
interface Chunk {
  readonly lines: string[];
  readonly line: number;
}

/**
 * Reads front matter that is not YAML key by key, so that one bad line costs nothing but itself: whatever is in order keeps
 * its meaning, and a value that is not is taken as the text it was meant to be.
 */
export function recover(block: string, firstLine: number): { readonly entries: Entry[]; readonly repairs: Repair[] } {
  const entries: Entry[] = [];
  const repairs: Repair[] = [];
  for (const [index, chunk] of splitIntoChunks(block, firstLine).entries()) {
    const read =
      index < maxExact
        ? readChunk(chunk.lines.join("\n"), chunk.line)
        : readSimpleYaml(chunk.lines.join("\n"), chunk.line);
    if (read) {
      entries.push(...read);
      continue;
    }
    const repaired = repairChunk(chunk);
    entries.push(...repaired.entries);
    repairs.push(repaired.repair);
  }
  return { entries, repairs };
}

/** Keys after so many are only read if they are simple, or else as text: nobody writes that many, and an attack must be cheap. */
const maxExact = 500;

function splitIntoChunks(block: string, firstLine: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [index, line] of block.split("\n").entries()) {
    const current = chunks.at(-1);
    if (readKeyLine(line) || (current && isStray(line) && readSimpleYaml(current.lines.join("\n"), 1)))
      chunks.push({ lines: [line], line: firstLine + index });
    else if (current) current.lines.push(line);
    else if (line.trim() !== "" && !line.startsWith("#")) chunks.push({ lines: [line], line: firstLine + index });
  }
  return chunks;
}

/** Neither indented nor part of a list: it belongs to the key above only if that one makes no sense without it. */
function isStray(line: string): boolean {
  return /^[^\s#\]}-]/.test(line);
}

function readChunk(text: string, line: number): readonly Entry[] | undefined {
  const simple = readSimpleYaml(text, line);
  if (simple || readKeyLine(text)?.proper === false) return simple;
  const exact = readExactYaml(text, line);
  return exact.errors.length === 0 && (exact.kind === "map" || exact.kind === "empty") ? exact.entries : undefined;
}

function repairChunk({ lines, line }: Chunk): { readonly entries: readonly Entry[]; readonly repair: Repair } {
  const found = readKeyLine(lines[0]!);
  if (!found) return { entries: [], repair: { ...lostLine, line, column: 1 } };
  const mended = mendLayout(lines, found.proper ? lines[0]! : `${found.key}: ${found.text}`);
  const read = readChunk(mended, line);
  if (read) {
    const repair = found.proper ? tabs : wrongColon;
    return { entries: read, repair: { ...repair, line, column: found.column } };
  }
  const value = asText(found.text, lines.slice(1));
  const place = { line, column: found.column };
  const repair = explain(found.key, found.text) ?? explainExactly(found.key, lines.join("\n"), line);
  return { entries: [{ key: found.key, value, line, column: 1 }], repair: { ...place, ...repair } };
}

function mendLayout(lines: readonly string[], first: string): string {
  const indented = lines.slice(1).map((line) => line.replace(/^[ \t]+/, (space) => space.replaceAll("\t", "  ")));
  return [first, ...indented].join("\n");
}

/** The value that was meant: `- item` lines are a list, all else is one text, without the quotes around it. */
function asText(first: string, rest: readonly string[]): Value {
  const more = rest.map((line) => line.trim()).filter((line) => line !== "");
  if (first === "" && more.length > 0 && more.every((line) => line.startsWith("-"))) {
    return more.map((line) => unquote(line.slice(1).trim()));
  }
  return unquote([first, ...more].filter((line) => line !== "").join(" "));
}

function unquote(text: string): string {
  const quote = text[0];
  const quoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return quoted ? text.slice(1, -1).replaceAll(`\\${quote}`, quote) : text;
}

type Explanation = Pick<Repair, "reason" | "note">;

const lostLine: Explanation = {
  reason: "This line of the front matter is not `key: value` and was ignored",
  note: "Write it as `key: value`, or begin it with # if it is a comment",
};

const wrongColon: Explanation = {
  reason: "A key must be followed by a colon and a space",
  note: "Write `key: value` with the colon of an English keyboard and a space after it",
};

const tabs: Explanation = {
  reason: "YAML does not allow tabs for indentation; they were read as spaces",
  note: "Indent with spaces",
};

/** Says why a value is not YAML, by its shape: parsers name what confused them, not what is wrong. */
function explain(key: string, text: string): Explanation | undefined {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  const suggestion = `Put the value in quotes: ${key}: ${shorten(quoted)}`;
  const first = text[0] ?? "";
  if (first === '"' || first === "'") {
    if (first === '"' && text.includes("\\")) {
      const note = "Use single quotes, in which a backslash is a backslash, or double every backslash";
      return { reason: `The value of "${key}" has a backslash that means nothing in double quotes`, note };
    }
    const note = 'Put the whole value in quotes of the other kind, or write the inner ones as \\"';
    return { reason: `The quotes in the value of "${key}" do not match`, note };
  }
  if (first !== "" && "[]{}*&!|>%@`,".includes(first)) {
    return {
      reason: `The value of "${key}" begins with "${first}", which has a meaning of its own in YAML`,
      note: suggestion,
    };
  }
  if (/:(?:\s|$)/.test(text)) {
    return { reason: `The value of "${key}" has a colon in it, which begins a new key in YAML`, note: suggestion };
  }
  return undefined;
}

/** What the parser says, at its place: the value's shape tells nothing. */
function explainExactly(key: string, text: string, line: number): Explanation & Partial<Repair> {
  const error = readExactYaml(text, line).errors[0];
  const place = error ? { line: error.line, column: error.column } : {};
  const reason = `The value of "${key}" is not valid YAML and was read as text${error ? `: ${error.reason}` : ""}`;
  return { reason, note: "Indent lists and maps with spaces, all items alike", ...place };
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…'`;
}
