import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mendable, mendFrontMatter } from "../loader/mend-front-matter.js";
import type { SchemaOptions } from "../loader/schema.js";
import type { MendedFile } from "../model/mend.js";
import type { Message } from "../model/message.js";
import { replaceFile } from "./replace-file.js";

/** Mends the front matter of the files that messages complain about. Each file is replaced whole or stays as it is. */
export function mendFiles(messages: readonly Message[], source: string, options: SchemaOptions): readonly MendedFile[] {
  const paths = new Set(
    messages.flatMap(({ ruleId, file }) => (file !== undefined && mendable.has(ruleId) ? [file] : [])),
  );
  return [...paths].sort().flatMap((path) => mendFile(path, join(source, path), options) ?? []);
}

function mendFile(path: string, file: string, options: SchemaOptions): MendedFile | undefined {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString("utf8");
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const ends = text.match(/\r\n?|\n/g) ?? [];
  const lineEnd = ends[0] ?? "\n";
  // Files with line ends of several kinds keep them: mending such a one would change lines that are right.
  if (ends.some((end) => end !== lineEnd)) return undefined;
  const mended = mendFrontMatter(text.slice(mark.length).replaceAll(lineEnd, "\n"), options);
  if (!mended) return undefined;
  replaceFile(file, mark + mended.text.replaceAll("\n", lineEnd));
  return { path, edits: mended.edits };
}
