import { appendRecord, readRecords, writeRecord } from "./records.js";

/** What a search index was made of. What is the same as before is the same object. */
export interface SearchRecord {
  /** All that can be found, the oldest first. */
  readonly posts: readonly IndexedPost[];
  readonly parts: Readonly<Record<"settled" | "recent", IndexedPart>>;
  readonly lists: readonly IndexedList[];
}

/** A post in the index. Plain data: many of them cross threads. */
export interface IndexedPost {
  readonly path: string;
  /** The post's hash: title and HTML follow from what it is of. */
  readonly key: string;
  /** Where the terms lie in the pack: bytes, and the number of terms. */
  readonly offset: number;
  readonly count: number;
  readonly checksum: number;
}

export interface IndexedPart {
  readonly bits: number;
  /** CRC-32 of each shard. */
  readonly checksums: readonly number[];
}

/** A file with rows of posts. */
export interface IndexedList {
  /** Another one whenever its rows show something else. */
  readonly key: string;
  /** CRC-32 of the file. */
  readonly checksum: number;
}

export interface RecordHeader {
  readonly fingerprint: string;
  /** Name of the file with the terms. */
  readonly pack: string;
}

export interface StoredRecord {
  readonly header: RecordHeader;
  readonly record: SearchRecord;
  /** Bytes up to the end of what is believed. */
  readonly end: number;
  /** How many amendments there are. */
  readonly amended: number;
}

type Row = readonly [path: string, key: string, offset: number, count: number, checksum: number];
type ListRow = readonly [key: string, checksum: number];

interface Whole extends RecordHeader {
  readonly posts: readonly Row[];
  readonly bits: Readonly<Record<"settled" | "recent", number>>;
  readonly settled: readonly number[];
  readonly recent: readonly number[];
  readonly lists: readonly ListRow[];
}

type At<T> = readonly (readonly [place: number, now: T])[];

/** What is another at some places. */
interface Amendment {
  readonly posts: At<Row>;
  readonly settled: At<number>;
  readonly recent: At<number>;
  readonly lists: At<ListRow>;
}

const version = 3;
/** Amendments that a file may have, and places that one may name: what is more is written anew. */
const mostAmendments = 200;
const mostPlaces = 2000;

/** The record in a file; nothing where it is missing, damaged, or of another program. */
export function readSearchRecord(file: string, fingerprint: string): StoredRecord | undefined {
  try {
    const { records, end } = readRecords(file, version);
    const [whole, ...amendments] = records as [Whole, ...Amendment[]];
    if (whole?.fingerprint !== fingerprint) return undefined;
    const posts = whole.posts.map(postOf);
    const lists = whole.lists.map(listOf);
    const [settled, recent] = [[...whole.settled], [...whole.recent]];
    for (const amendment of amendments) {
      for (const [place, row] of amendment.posts) posts[place] = postOf(row);
      for (const [place, row] of amendment.lists) lists[place] = listOf(row);
      for (const [place, checksum] of amendment.settled) settled[place] = checksum;
      for (const [place, checksum] of amendment.recent) recent[place] = checksum;
    }
    const { bits, pack } = whole;
    const parts = {
      settled: { bits: bits.settled, checksums: settled },
      recent: { bits: bits.recent, checksums: recent },
    };
    return { header: { fingerprint, pack }, record: { posts, parts, lists }, end, amended: amendments.length };
  } catch {
    return undefined;
  }
}

/** Writes a record, or what is another than in the one that the file has. */
export function saveSearchRecord(
  file: string,
  header: RecordHeader,
  record: SearchRecord,
  before: StoredRecord | undefined,
): void {
  const amendment = before?.header.pack === header.pack ? amendmentOf(before, record) : undefined;
  if (amendment && before) appendRecord(file, version, amendment, before.end);
  else writeRecord(file, version, wholeOf(header, record));
}

function wholeOf(header: RecordHeader, { posts, parts: { settled, recent }, lists }: SearchRecord): Whole {
  return {
    ...header,
    posts: posts.map(rowOf),
    bits: { settled: settled.bits, recent: recent.bits },
    settled: settled.checksums,
    recent: recent.checksums,
    lists: lists.map(listRowOf),
  };
}

/** Nothing where too much is another. */
function amendmentOf({ record: before, amended }: StoredRecord, now: SearchRecord): Amendment | undefined {
  const { settled, recent } = now.parts;
  if (settled.bits !== before.parts.settled.bits || recent.bits !== before.parts.recent.bits) return undefined;
  const posts = differences(before.posts, now.posts);
  const lists = differences(before.lists, now.lists);
  const shards = {
    settled: differences(before.parts.settled.checksums, settled.checksums),
    recent: differences(before.parts.recent.checksums, recent.checksums),
  };
  if (!posts || !lists || !shards.settled || !shards.recent || amended >= mostAmendments) return undefined;
  const places = posts.length + lists.length + shards.settled.length + shards.recent.length;
  if (places > mostPlaces) return undefined;
  return {
    posts: posts.map(([place, post]) => [place, rowOf(post)]),
    settled: shards.settled,
    recent: shards.recent,
    lists: lists.map(([place, list]) => [place, listRowOf(list)]),
  };
}

/** By identity; nothing for lists of unlike length. */
function differences<T>(before: readonly T[], now: readonly T[]): At<T> | undefined {
  if (before.length !== now.length) return undefined;
  const found: (readonly [number, T])[] = [];
  for (let place = 0; place < now.length; place += 1)
    if (now[place] !== before[place]) found.push([place, now[place]!]);
  return found;
}

const rowOf = ({ path, key, offset, count, checksum }: IndexedPost): Row => [path, key, offset, count, checksum];
const postOf = ([path, key, offset, count, checksum]: Row): IndexedPost => ({ path, key, offset, count, checksum });
const listRowOf = ({ key, checksum }: IndexedList): ListRow => [key, checksum];
const listOf = ([key, checksum]: ListRow): IndexedList => ({ key, checksum });
