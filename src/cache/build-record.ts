import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { BuildCounts, Removal, Skipped } from "../model/build.js";
import type { Config } from "../model/config.js";
import type { Message } from "../model/message.js";

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
}

const format = 1;

/** The record in a file; nothing where there is none, or one that is damaged or of another format. */
export function readBuildRecord(file: string): BuildRecord | undefined {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf(10) + 1;
    const [version, checksum] = bytes.toString("latin1", 0, start).split(" ").map(Number);
    const body = bytes.subarray(start);
    if (version !== format || checksum !== crc32(body)) return undefined;
    const { inputs, ...rest } = JSON.parse(body.toString("utf8"));
    return { ...rest, inputs: new Map(inputs.map(readRow)) };
  } catch {
    return undefined;
  }
}

export function writeBuildRecord(file: string, record: BuildRecord): void {
  const rows = Array.from(record.inputs, ([path, mark]) => [path, mark.size, mark.modified, mark.contentHash]);
  const body = Buffer.from(JSON.stringify({ ...record, inputs: rows }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${format} ${crc32(body)}\n`), body]));
  renameSync(`${file}.new`, file);
}

type Row = readonly [path: string, size: number, modified: number, contentHash: string];

function readRow([path, size, modified, contentHash]: Row): readonly [string, InputMark] {
  return [path, { size, modified, contentHash }];
}
