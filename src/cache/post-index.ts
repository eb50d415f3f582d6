import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Post } from "../model/post.js";
import type { RemovalCount } from "../model/removals.js";
import type { Readers } from "./pack.js";
import { type PostSummary, type PostView, viewPost } from "./post-view.js";

/** How a source file is known again: without reading it by size and time, and surely by the hash of its content. */
export interface SourceMark {
  readonly size: number;
  readonly modified: number;
  readonly contentHash: string;
}

export interface IndexEntry extends SourceMark {
  readonly post: PostView & Post;
  readonly removals: readonly RemovalCount[];
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
}

type Row = readonly [
  mark: readonly [size: number, modified: number, contentHash: string],
  place: readonly [offset: number, length: number, detailsLength: number, checksum: number],
  removals: readonly RemovalCount[],
  summary: PostSummary,
];

const version = 2;

/** The index in a file; nothing where it is missing, damaged, of another fingerprint, or says more than its pack holds. */
export function readPostIndex(file: string, fingerprint: string, readers: Readers): PostIndex | undefined {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf(10) + 1;
    const [found, checksum] = bytes.toString("latin1", 0, start).split(" ").map(Number);
    const body = bytes.subarray(start);
    if (found !== version || checksum !== crc32(body)) return undefined;
    const { rows, ...header } = JSON.parse(body.toString("utf8")) as IndexHeader & { readonly rows: readonly Row[] };
    if (header.fingerprint !== fingerprint) return undefined;
    const pack = join(dirname(file), header.pack);
    const size = statSync(pack).size;
    const entries = new Map<string, IndexEntry>();
    for (const [mark, [offset, length, detailsLength, checksum], removals, summary] of rows) {
      if (offset + length + detailsLength > size) return undefined;
      const post = viewPost(summary, { pack, offset, length, detailsLength, checksum }, readers);
      entries.set(summary.path, { size: mark[0], modified: mark[1], contentHash: mark[2], post, removals });
    }
    return { header, entries };
  } catch {
    return undefined;
  }
}

export function writePostIndex(file: string, header: IndexHeader, entries: Iterable<IndexEntry>): void {
  const rows = Array.from(entries, ({ size, modified, contentHash, post, removals }): Row => {
    const { offset, length, detailsLength, checksum } = post.place;
    return [[size, modified, contentHash], [offset, length, detailsLength, checksum], removals, post];
  });
  const body = Buffer.from(JSON.stringify({ ...header, rows }));
  const temporary = `${file}.new`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(`${version} ${crc32(body)}\n`), body]));
  renameSync(temporary, file);
}
