import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeFrame } from "../lib/code-frame.js";
import { printable } from "../lib/printable.js";
import type { Message } from "../model/message.js";

/** A message as the card in the browser shows it: plain text without control characters. */
export interface Problem {
  readonly place: string;
  readonly reason: string;
  readonly note: string;
  /** Lines of the file around the place. */
  readonly frame: string;
  /** Whether it is about the page that shows it. */
  readonly own: boolean;
}

/** As many as fit on a card. */
const most = 20;

/** Problems for the page that comes from the file `page`, its own ones first. */
export function describeProblems(messages: readonly Message[], source: string, page?: string): readonly Problem[] {
  const all = messages.map((message) => describe(message, source, page));
  return [...all.filter(({ own }) => own), ...all.filter(({ own }) => !own)].slice(0, most);
}

function describe({ file, line, column, reason, note }: Message, source: string, page: string | undefined): Problem {
  const place = [file, line, line && column].filter((part) => part !== undefined).join(":");
  return {
    place: printable(place),
    reason: printable(reason),
    note: printable(note ?? ""),
    frame: file === undefined || line === undefined ? "" : frameOf(resolve(source, file), line, column),
    own: file !== undefined && file === page,
  };
}

function frameOf(file: string, line: number, column: number | undefined): string {
  try {
    return codeFrame(readFileSync(file, "utf8"), line, column).join("\n");
  } catch {
    return "";
  }
}
