import { closeSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { decodeUtf8 } from "../lib/utf8.js";

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
    records.push(JSON.parse(decodeUtf8(body)));
    end = start + length;
  }
  return { records, end };
}

/** The record of a file that has but one; undefined where it is damaged. Throws where the file cannot be read. */
export function readRecord(file: string, version: number): unknown {
  return readRecords(file, version).records[0];
}

/** Puts a file with one record in the place of the old one, and returns its size in bytes. */
export function writeRecord(file: string, version: number, record: object): number {
  const end = putRecord(`${file}.new`, "w", 0, version, record);
  renameSync(`${file}.new`, file);
  return end;
}

/** Adds a record behind the good ones, which end at `end`, and returns where it ends. */
export function appendRecord(file: string, version: number, record: object, end: number): number {
  truncateSync(file, end);
  return putRecord(file, "r+", end, version, record);
}

/** In pieces: the whole text of a large site's records would take more memory than the records. */
function putRecord(file: string, flags: string, start: number, version: number, record: object): number {
  const descriptor = openSync(file, flags);
  try {
    const put = (text: string, at: number): Buffer => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, undefined, at + done);
      return bytes;
    };
    const first = start + headOf(version, 0, 0).length;
    let checksum = 0;
    let end = first;
    for (const piece of piecesOf(record)) {
      const bytes = put(piece, end);
      checksum = crc32(bytes, checksum);
      end += bytes.length;
    }
    // At last, so that it speaks for nothing that is not there.
    put(headOf(version, checksum, end - first), start);
    return end;
  } finally {
    closeSync(descriptor);
  }
}

/** Of one length for all records of a version. */
function headOf(version: number, checksum: number, length: number): string {
  return `${version} ${String(checksum).padStart(10, "0")} ${String(length).padStart(15, "0")}\n`;
}

const ELEMENTS_IN_PIECE = 200;

/** The text of `JSON.stringify`, lists among the values in parts. */
function* piecesOf(record: object): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ",";
    if (Array.isArray(value)) yield* piecesOfList(value);
    else yield JSON.stringify(value);
  }
  yield before === "{" ? "{}" : "}";
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  yield "[";
  for (let at = 0; at < list.length; at += ELEMENTS_IN_PIECE) {
    const text = JSON.stringify(list.slice(at, at + ELEMENTS_IN_PIECE)).slice(1, -1);
    yield at === 0 ? text : `,${text}`;
  }
  yield "]";
}
