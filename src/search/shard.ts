import { CODE_BITS } from "./grams.js";

/*
 * A shard holds the posts of those grams whose codes begin with the same bits, in rising order:
 *
 *     { code, minus the one before (of the first: minus the least that the shard could hold); bytes of the list; list }
 *
 * where a list is { (post, minus the one before, minus 1) × 4 + weight }. All numbers are LEB128: seven bits a byte, the
 * lowest first, the highest bit set where more follow.
 */

/** Postings as two columns of equal length: terms (`PostTerms`) and post numbers, sorted by code, then by post. */
export interface Postings {
  readonly terms: Uint32Array;
  readonly posts: Uint32Array;
}

/** Most bits that a part's shards may be told apart by. */
const mostBits = 12;
const postingsInShard = 4096;

/** How many bits tell the shards of that many postings apart. */
export function shardBitsFor(postings: number): number {
  return Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(postings / postingsInShard))));
}

/** The shard of a term. */
export function shardOf(term: number, bits: number): number {
  // A shift by 32 shifts by nothing.
  return bits === 0 ? 0 : term >>> (CODE_BITS + 2 - bits);
}

const firstCode = (shard: number, bits: number): number => shard * 2 ** (CODE_BITS - bits);

let room = new Uint8Array(0);

/** The bytes of one shard of a part that has `bits`. */
export function encodeShard({ terms, posts }: Postings, shard: number, bits: number): Uint8Array {
  // A code takes up to five bytes and so does each number of its list.
  if (room.length < terms.length * 15) room = new Uint8Array(terms.length * 30);
  const bytes = room;
  let end = 0;
  let code = firstCode(shard, bits);
  for (let at = 0; at < terms.length; ) {
    const next = terms[at]! >>> 2;
    end = putNumber(bytes, end, next - code);
    code = next;
    // Most lists are so short that one byte tells their length; the others make room for theirs when they are written.
    const start = end + 1;
    let listEnd = start;
    for (let before = -1; at < terms.length && terms[at]! >>> 2 === code; at += 1) {
      const post = posts[at]!;
      listEnd = putNumber(bytes, listEnd, (post - before - 1) * 4 + (terms[at]! & 3));
      before = post;
    }
    const further = numberLength(listEnd - start) - 1;
    if (further > 0) bytes.copyWithin(start + further, start, listEnd);
    putNumber(bytes, end, listEnd - start);
    end = listEnd + further;
  }
  return bytes.slice(0, end);
}

/** The postings of a shard whose posts have other numbers now: `renumber` gives the new one, or -1 for those that are gone. */
export function decodeShard(bytes: Uint8Array, shard: number, bits: number, renumber: Int32Array): Postings {
  const terms = new Uint32Array(bytes.length);
  const posts = new Uint32Array(bytes.length);
  let count = 0;
  let at = 0;
  const read = (): number => {
    let number = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++]!;
      number += (byte & 127) * shift;
      if (byte < 128) return number;
    }
  };
  for (let code = firstCode(shard, bits); at < bytes.length; ) {
    code += read();
    const length = read();
    let post = -1;
    for (const end = at + length; at < end; ) {
      const number = read();
      post += (number >>> 2) + 1;
      const now = renumber[post]!;
      if (now < 0) continue;
      terms[count] = ((code << 2) | (number & 3)) >>> 0;
      posts[count++] = now;
    }
  }
  return { terms: terms.subarray(0, count), posts: posts.subarray(0, count) };
}

function putNumber(bytes: Uint8Array, at: number, number: number): number {
  let end = at;
  let rest = number;
  for (; rest > 127; rest >>>= 7) bytes[end++] = (rest & 127) | 128;
  bytes[end++] = rest;
  return end;
}

function numberLength(number: number): number {
  let length = 1;
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) length += 1;
  return length;
}
