import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Post } from "../model/post.js";
import { type RemovalCount, removalsOf } from "../model/removals.js";
import type { PutBytes } from "./growing-file.js";
import type { BodyPlace } from "./pack.js";
import { type PostDetails, splitPost } from "./post-view.js";
import { fromStored, type StoredSummary, toStored } from "./stored-summary.js";

/**
 * What other pages than its own may show of a post. Two states of a post with one face make no difference to the rest of the
 * site, and two with one name none to the pages of other posts, which show no more of it than that.
 */
export interface PostFace {
  /** Hash of all of its summary but what its own page alone needs. */
  readonly face: string;
  /** Hash of the same without what only lists show. */
  readonly name: string;
  /**
   * Hash of all that anything but its own page, the feeds and the search knows of it: of its face, the addresses and the ids in
   * its body. Where it is as it was, so is the site's model.
   */
  readonly outside: string;
}

interface PackedSummary extends PostFace {
  /** JSON of a `StoredSummary`. */
  readonly summary: string;
  readonly removals: readonly RemovalCount[];
}

/** A processed post as the store takes it, made by the thread that processed it: little has to be copied for another. */
export interface PackedPost extends PackedSummary {
  /** The finished HTML, then JSON of its `PostDetails`; in memory that lasts until the next post is packed. */
  readonly block: Uint8Array;
  /** Bytes of the HTML. */
  readonly length: number;
  /** CRC-32 of the block. */
  readonly checksum: number;
}

/** A processed post whose block lies in a pack already. */
export interface PlacedPost extends PackedSummary {
  readonly place: BodyPlace;
}

export function packPost(post: Post, html: string): PackedPost {
  const { summary, details } = splitPost(post);
  const stored = toStored(summary);
  const text = JSON.stringify(details);
  const room = roomFor(3 * (html.length + text.length));
  const length = room.write(html);
  const block = room.subarray(0, length + room.write(text, length));
  return {
    ...faceOf(stored, [...details.headings.map(({ id }) => id), ...idsOf(html)]),
    summary: JSON.stringify(stored),
    removals: removalsOf(post.changes),
    block,
    length,
    checksum: crc32(block),
  };
}

/** A packed post whose block lasts, in memory of its own. */
export function keepBlock(packed: PackedPost): PackedPost {
  // Not of the memory that small buffers share, all of which would be copied from thread to thread.
  const block = Buffer.allocUnsafeSlow(packed.block.length);
  block.set(packed.block);
  return { ...packed, block };
}

/** Puts the block of a post into a pack. */
export function placePost(packed: PackedPost, pack: string, put: PutBytes): PlacedPost {
  const { block, length, checksum, ...rest } = packed;
  const place = { pack, offset: put(block), length, detailsLength: block.length - length, checksum };
  return { ...rest, place };
}

const usualRoom = Buffer.allocUnsafeSlow(500_000);

/** To ask first how many bytes there will be takes longer than to write them. */
function roomFor(most: number): Buffer {
  return most <= usualRoom.length ? usualRoom : Buffer.allocUnsafeSlow(most);
}

/** The post in memory, for those who have no store. */
export function unpackPost({ summary, block, length }: PackedPost): { readonly post: Post; readonly html: string } {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const details = JSON.parse(bytes.toString("utf8", length)) as PostDetails;
  return {
    post: { ...fromStored(JSON.parse(summary) as StoredSummary), ...details },
    html: bytes.toString("utf8", 0, length),
  };
}

function faceOf(summary: StoredSummary, ids: readonly string[]): PostFace {
  const { hash: _bytes, messages: _messages, urls, wordCount: _words, hasCode: _code, ...shown } = summary;
  const { description, cover, updated, readingMinutes, ...named } = shown;
  const { description: own, covers, updated: date, origins: _origins, ...frontMatter } = shown.frontMatter;
  const name = hashOf({ ...named, frontMatter });
  const face = hashOf([name, description, cover, updated, readingMinutes, own, covers, date]);
  return { face, name, outside: hashOf([face, urls, ids]) };
}

/** All ids of elements in printed HTML; and what looks like one in a text, which does no harm. */
function idsOf(html: string): readonly string[] {
  const ids: string[] = [];
  for (let at = html.indexOf(ID); at >= 0; at = html.indexOf(ID, at)) {
    at += ID.length;
    ids.push(html.slice(at, html.indexOf('"', at)));
  }
  return ids;
}

const ID = ' id="';

const hashOf = (data: object): string => hash("sha1", JSON.stringify(data), "base64url").slice(0, 16);
