import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Answer } from "./ask.js";

/** Answers of earlier checks. */
export interface KnownAnswers {
  readonly find: (url: string) => Answer | undefined;
  readonly add: (url: string, answer: Answer) => void;
  readonly save: () => void;
}

interface Entry {
  readonly answer: Answer;
  /** Milliseconds since the epoch. */
  readonly asked: number;
}

const day = 86_400_000;
/** What was unclear is asked again each time. */
const lifetimes = { there: 30 * day, gone: day, unclear: 0 } as const;

/** Opens the answers in a file; an unreadable file is as good as none. `now`: milliseconds since the epoch. */
export function openAnswers(file: string, now: number): KnownAnswers {
  const entries = new Map(Object.entries(readEntries(file)).filter(([, entry]) => isFresh(entry, now)));
  return {
    find: (url) => entries.get(url)?.answer,
    add: (url, answer) => {
      if (lifetimes[answer.state] > 0) entries.set(url, { answer, asked: now });
    },
    save: () => {
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(entries)));
      renameSync(`${file}.new`, file);
    },
  };
}

function isFresh(entry: Entry, now: number): boolean {
  const lifetime = lifetimes[entry?.answer?.state] ?? 0;
  return entry.asked <= now && now - entry.asked < lifetime;
}

function readEntries(file: string): Record<string, Entry> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Entry>;
  } catch {
    return {};
  }
}
