import type { PostTerms } from "./post-terms.js";

/* Radix sort by three digits. From some thousand numbers on it takes a quarter of the time of a comparing one. */
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const MASK = BUCKETS - 1;

const [low, middle, high] = [new Uint32Array(BUCKETS), new Uint32Array(BUCKETS), new Uint32Array(BUCKETS)];
let spare = new Uint32Array(1 << 14);

/** Sorts in place. */
export function sortTerms(terms: PostTerms): void {
  if (spare.length < terms.length) spare = new Uint32Array(terms.length * 2);
  for (const counts of [low, middle, high]) counts.fill(0);
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at]!;
    low[term & MASK]! += 1;
    middle[(term >>> DIGIT) & MASK]! += 1;
    high[term >>> (2 * DIGIT)]! += 1;
  }
  moveByDigit(terms, spare, terms.length, low, 0);
  moveByDigit(spare, terms, terms.length, middle, DIGIT);
  moveByDigit(terms, spare, terms.length, high, 2 * DIGIT);
  terms.set(spare.subarray(0, terms.length));
}

function moveByDigit(from: Uint32Array, to: Uint32Array, length: number, counts: Uint32Array, shift: number): void {
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const count = counts[bucket]!;
    counts[bucket] = start;
    start += count;
  }
  for (let at = 0; at < length; at += 1) {
    const bucket = (from[at]! >>> shift) & MASK;
    const place = counts[bucket]!;
    counts[bucket] = place + 1;
    to[place] = from[at]!;
  }
}
