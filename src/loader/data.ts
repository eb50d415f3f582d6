import { readFileSync } from "node:fs";
import { parse } from "yaml";
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
    try {
      put(data, match[1]!.split("/"), parse(readFileSync(file.absolutePath, "utf8"), { maxAliasCount: 100 }));
    } catch (error) {
      const reason = `This data file cannot be read: ${(error as Error).message.split("\n", 1)[0]}`;
      messages.push({ severity: "error", ruleId: "data-file", reason, file: file.path });
    }
  }
  return { data, messages };
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
