import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Post } from "../model/post.js";
import type { RemovalCount } from "../model/removals.js";
import type { BodyPlace, Readers } from "./pack.js";
import type { PostFace } from "./packed-post.js";
import { type PostView, viewPost } from "./post-view.js";
import { appendRecord, readRecords, writeRecord } from "./records.js";
import { fromStored, type StoredSummary, toStored } from "./stored-summary.js";

/** How a source file is known again: without reading it by size and time, and surely by the hash of its content. */
export interface SourceMark {
  readonly size: number;
  readonly modified: number;
  readonly contentHash: string;
}

export class IndexEntry implements SourceMark, PostFace {
  readonly size: number;
  readonly modified: number;
  readonly contentHash: string;
  readonly post: PostView & Post;
  readonly face: string;
  readonly name: string;
  readonly outside: string;
  readonly removals: readonly RemovalCount[];

  constructor(
    { size, modified, contentHash }: SourceMark,
    post: PostView & Post,
    { face, name, outside }: PostFace,
    removals: readonly RemovalCount[],
  ) {
    this.size = size;
    this.modified = modified;
    this.contentHash = contentHash;
    this.post = post;
    this.face = face;
    this.name = name;
    this.outside = outside;
    this.removals = removals;
  }

  /** Where the body lies now. */
  get body(): BodyPlace {
    return this.post.place;
  }
}

export interface IndexHeader {
  /** Of the program and of everything else that all the posts depend on. */
  readonly fingerprint: string;
  /** Name of the file with the bodies. */
  readonly pack: string;
  /** When the index was written: a source file changed at that time or later may have changed again unnoticed. */
  readonly written: number;
}

export interface PostIndex {
  readonly header: IndexHeader;
  readonly entries: Map<string, IndexEntry>;
  readonly extent: IndexExtent;
}

/** How far an index reaches in its file. */
export interface IndexExtent {
  /** Bytes. */
  readonly end: number;
  /** Rows that were added since the whole index was written. */
  readonly amended: number;
}

type Row = readonly [
  mark: readonly [size: number, modified: number, contentHash: string],
  place: readonly [offset: number, length: number, detailsLength: number, checksum: number],
  removals: readonly RemovalCount[],
  summary: StoredSummary,
  face: readonly [face: string, name: string, outside: string],
];

interface Amendment {
  readonly written: number;
  readonly rows: readonly Row[];
  /** Paths of posts that are no more. */
  readonly gone: readonly string[];
}

const version = 6;

/** The index in a file; nothing where it is missing, damaged, of another fingerprint, or says more than its pack holds. */
export function readPostIndex(file: string, fingerprint: string, readers: Readers): PostIndex | undefined {
  try {
    const { records, end } = readRecords(file, version);
    const [whole, ...amendments] = records as [IndexHeader & Amendment, ...Amendment[]];
    if (whole?.fingerprint !== fingerprint) return undefined;
    const pack = join(dirname(file), whole.pack);
    const size = statSync(pack).size;
    const entries = new Map<string, IndexEntry>();
    let amended = 0;
    for (const { rows, gone } of [whole, ...amendments]) {
      for (const [mark, [offset, length, detailsLength, checksum], removals, summary, hashes] of rows) {
        if (offset + length + detailsLength > size) return undefined;
        const post = viewPost(fromStored(summary), { pack, offset, length, detailsLength, checksum }, readers);
        const [bytes, modified, contentHash] = mark;
        const [face, name, outside] = hashes;
        const source = { size: bytes, modified, contentHash };
        entries.set(post.path, new IndexEntry(source, post, { face, name, outside }, removals));
      }
      for (const path of gone) entries.delete(path);
      amended += rows.length + gone.length;
    }
    const { written } = amendments.at(-1) ?? whole;
    const header = { fingerprint, pack: whole.pack, written };
    return { header, entries, extent: { end, amended: amended - whole.rows.length } };
  } catch {
    return undefined;
  }
}

export function writePostIndex(file: string, header: IndexHeader, entries: Iterable<IndexEntry>): IndexExtent {
  const whole: IndexHeader & Amendment = { ...header, rows: Array.from(entries, rowOf), gone: [] };
  return { end: writeRecord(file, version, whole), amended: 0 };
}

/** Adds what became of some posts to the index in a file. */
export function amendPostIndex(
  file: string,
  { end, amended }: IndexExtent,
  written: number,
  entries: readonly IndexEntry[],
  gone: readonly string[],
): IndexExtent {
  const amendment: Amendment = { written, rows: entries.map(rowOf), gone };
  return { end: appendRecord(file, version, amendment, end), amended: amended + entries.length + gone.length };
}

function rowOf({ size, modified, contentHash, post, face, name, outside, removals }: IndexEntry): Row {
  const { offset, length, detailsLength, checksum } = post.place;
  return [
    [size, modified, contentHash],
    [offset, length, detailsLength, checksum],
    removals,
    toStored(post),
    [face, name, outside],
  ];
}
