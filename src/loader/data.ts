import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import type { Message } from "../model/message.js";
import type { SourceFile } from "./list.js";

/** `data/` as layouts see it: `data/team/members.yml` is `site.data.team.members`. Other kinds of files are passed over. */
export function loadData(files: readonly SourceFile[]): {
  data: Record<string, unknown>;
  messages: readonly Message[];
} {
  const data: Record<string, unknown> = Object.create(null);
  const messages: Message[] = [];
  for (const file of files) {
    const match = /^[^/]+\/(.+)\.(?:ya?ml|json)$/i.exec(file.path);
    if (!match) continue;
    const read = readDataFile(file);
    if ("reason" in read) messages.push(read);
    else put(data, match[1]!.split("/"), read.value);
  }
  return { data, messages };
}

function readDataFile(file: SourceFile): { readonly value: unknown } | Message {
  const failed = (reason: string, place?: { line: number; column: number }): Message => ({
    severity: "error",
    ruleId: "data-file",
    reason: `This data file cannot be read: ${reason.split("\n", 1)[0]}`,
    file: file.path,
    ...place,
  });
  try {
    const lineCounter = new LineCounter();
    const yaml = parseDocument(readFileSync(file.absolutePath, "utf8"), { lineCounter, prettyErrors: false });
    const [error] = yaml.errors;
    if (!error) return { value: yaml.toJS({ maxAliasCount: 100 }) };
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return failed(error.message, { line, column: col });
  } catch (error) {
    return failed((error as Error).message);
  }
}

function put(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    data[first] = value;
    return;
  }
  const inner = data[first];
  const next: Record<string, unknown> = isRecord(inner) ? inner : Object.create(null);
  data[first] = next;
  put(next, rest, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
