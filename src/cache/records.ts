import { appendFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";

/*
 * A file of records, each a line with its version, checksum and length and then its JSON: what comes later amends what came
 * before. So a small change of a large file is written by appending. A record that was cut off, or is another's, ends the
 * file; what follows it is not believed.
 */

export interface Records {
  readonly records: readonly unknown[];
  /** Bytes up to the end of the last good record. */
  readonly end: number;
}

/** Throws where the file cannot be read. */
export function readRecords(file: string, version: number): Records {
  const bytes = readFileSync(file);
  const records: unknown[] = [];
  let end = 0;
  while (end < bytes.length) {
    const start = bytes.indexOf(10, end) + 1;
    const [found, checksum, length] = bytes.toString("latin1", end, start).split(" ").map(Number);
    if (start === 0 || found !== version || length === undefined || start + length > bytes.length) break;
    const body = bytes.subarray(start, start + length);
    if (crc32(body) !== checksum) break;
    records.push(JSON.parse(body.toString("utf8")));
    end = start + length;
  }
  return { records, end };
}

/** The record of a file that has but one; undefined where it is damaged. Throws where the file cannot be read. */
export function readRecord(file: string, version: number): unknown {
  return readRecords(file, version).records[0];
}

/** Puts a file with one record in the place of the old one, and returns its size in bytes. */
export function writeRecord(file: string, version: number, record: unknown): number {
  const bytes = printRecord(version, record);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return bytes.length;
}

/** Adds a record behind the good ones, which end at `end`, and returns where it ends. */
export function appendRecord(file: string, version: number, record: unknown, end: number): number {
  const bytes = printRecord(version, record);
  truncateSync(file, end);
  appendFileSync(file, bytes);
  return end + bytes.length;
}

function printRecord(version: number, record: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(record));
  return Buffer.concat([Buffer.from(`${version} ${crc32(body)} ${body.length}\n`), body]);
}
