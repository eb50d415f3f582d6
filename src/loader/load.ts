import { parseDate } from "../lib/dates.js";
import type { Document } from "../model/document.js";
import { readFileName } from "../model/file-name.js";
import type { FrontMatter } from "../model/front-matter.js";
import type { Message } from "../model/message.js";
import { bodyKind } from "./body-kind.js";
import { decode } from "./decode.js";
import { readFrontMatter } from "./front-matter.js";
import { mapFrontMatter, type SchemaOptions } from "./schema.js";

/** A file of the site as it was read from the disk. */
export interface LoadedFile {
  /** Relative to the site's source, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly folder: "posts" | "drafts" | "pages";
}

/**
 * Understands a file: text, front matter, kind of body. Bad content never throws: what was repaired is a warning among the
 * messages, and an `error` means that the file cannot be published as it is.
 */
export function loadDocument({ path, bytes, folder }: LoadedFile, options: SchemaOptions): Document {
  const decoded = decode(bytes, path);
  const { entries, body, bodyLine, messages } = readFrontMatter(decoded.text, path);
  const mapped = mapFrontMatter(entries, path, options);
  const dated = folder === "pages" ? mapped.frontMatter : withDate(mapped.frontMatter, path, options.timezone);
  return {
    path,
    frontMatter: folder === "drafts" && dated.status === "published" ? asDraft(dated) : dated,
    body,
    bodyLine,
    bodyKind: bodyKind(body, path),
    messages: [
      ...decoded.messages,
      // Of a manual's chapter the body says all that its front matter could.
      ...(options.dates === false ? messages.filter(({ ruleId }) => ruleId !== "front-matter-missing") : messages),
      ...mapped.messages,
      ...(folder === "posts" && dated.date === undefined && options.dates !== false ? [noDate(path)] : []),
    ],
  };
}

function withDate(frontMatter: FrontMatter, path: string, timezone: string): FrontMatter {
  if (frontMatter.date !== undefined) return frontMatter;
  const written = readFileName(path).date;
  const date = written === undefined ? undefined : parseDate(written, timezone);
  if (date === undefined) return frontMatter;
  return { ...frontMatter, date, origins: { ...frontMatter.origins, date: "file name" } };
}

function asDraft(frontMatter: FrontMatter): FrontMatter {
  return { ...frontMatter, status: "draft", origins: { ...frontMatter.origins, status: "folder of drafts" } };
}

function noDate(file: string): Message {
  return {
    severity: "warning",
    ruleId: "missing-date",
    reason: "The post has no date, neither in its front matter nor in its file name; it is listed as the oldest",
    note: "Add `date: 2025-02-26 22:55:23`, or begin the file name with 2025-02-26-",
    file,
    line: 1,
    column: 1,
  };
}
