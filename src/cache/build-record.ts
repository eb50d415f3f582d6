import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { BuildCounts, Removal, Skipped } from "../model/build.js";
import type { Config } from "../model/config.js";
import type { Message } from "../model/message.js";
import { readRecord, writeRecord } from "./records.js";

/** How an input is known again: by size and time without being read, and surely by the hash of its content. */
export interface InputMark {
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Empty where nobody read the file: then only size and time can tell it. */
  readonly contentHash: string;
}

/** What a finished build was made from, and what it said: enough to say the same again without doing anything. */
export interface BuildRecord {
  /** Of the program, the options and the configuration files. */
  readonly key: string;
  /** When the build ended, in milliseconds since the epoch. */
  readonly written: number;
  /** When the next scheduled post appears or a post expires; `null` for never. */
  readonly until: number | null;
  /** Of the writer's manifest as the build left it. */
  readonly manifestChecksum: number;
  readonly inputs: ReadonlyMap<string, InputMark>;
  readonly config: Config;
  readonly messages: readonly Message[];
  readonly skipped: readonly Skipped[];
  readonly counts: BuildCounts;
  readonly removals: readonly Removal[];
  /** Names the build whose notes speak for the site's model; empty where none do. */
  readonly notes: string;
}

const format = 3;

/** The record in a file; nothing where there is none, or one that is damaged or of another format. */
export function readBuildRecord(file: string): BuildRecord | undefined {
  try {
    const record = readRecord(file, format) as Stored | undefined;
    return record && { ...record, inputs: new Map(record.inputs.map(readRow)) };
  } catch {
    return undefined;
  }
}

export function writeBuildRecord(file: string, record: BuildRecord): void {
  const inputs = Array.from(
    record.inputs,
    ([path, { size, modified, contentHash }]): Row => [path, size, modified, contentHash],
  );
  const stored: Stored = { ...record, inputs };
  mkdirSync(dirname(file), { recursive: true });
  writeRecord(file, format, stored);
}

type Row = readonly [path: string, size: number, modified: number, contentHash: string];

type Stored = Omit<BuildRecord, "inputs"> & { readonly inputs: readonly Row[] };

function readRow([path, size, modified, contentHash]: Row): readonly [string, InputMark] {
  return [path, { size, modified, contentHash }];
}
