import { foldText } from "./fold.js";
import { gramsOf, singlesOf } from "./grams.js";
import { sortTerms } from "./sort-terms.js";
import { headingsOfHtml, textOfHtml } from "./text-of-html.js";

/**
 * What a post is found by: its grams in rising order, each a number whose upper 30 bits are the gram's code and whose lower
 * two its weight.
 */
export type PostTerms = Uint32Array;

/** How much a gram says about a post: where it stands, and whether it stands there often. */
export const weight = { seldom: 0, often: 1, heading: 2, title: 3 } as const;

/** From how many times on a gram of the body is frequent. */
const OFTEN = 3;

let room = new Uint32Array(1 << 14);

/** The terms of a post, from its title and its finished HTML. */
export function takeTerms(title: string, html: string): PostTerms {
  let end = addTerms(gramsOf(foldText(textOfHtml(html))), weight.seldom, 0);
  end = addStrongTerms(headingsOfHtml(html), weight.heading, end);
  end = addStrongTerms(title, weight.title, end);
  const terms = room.subarray(0, end);
  sortTerms(terms);
  return joinEqual(terms);
}

function addStrongTerms(text: string, weightOf: number, start: number): number {
  const folded = foldText(text);
  const end = addTerms(gramsOf(folded), weightOf, start);
  return addTerms(singlesOf(folded), weightOf, end);
}

/** Puts terms of codes into the room, from `start` on, and says where they end. */
function addTerms(codes: Uint32Array, weightOf: number, start: number): number {
  const end = start + codes.length;
  if (room.length < end) enlargeRoom(end * 2);
  const terms = room;
  for (let at = 0; at < codes.length; at += 1) terms[start + at] = term(codes[at]!, weightOf);
  return end;
}

function enlargeRoom(length: number): void {
  const larger = new Uint32Array(length);
  larger.set(room);
  room = larger;
}

const term = (code: number, weightOf: number): number => ((code << 2) | weightOf) >>> 0;

/** One term of each code, with the greatest weight that it has. */
function joinEqual(sorted: Uint32Array): PostTerms {
  let count = 0;
  for (let at = 0; at < sorted.length; ) {
    const start = at;
    const code = sorted[at]! >>> 2;
    while (at < sorted.length && sorted[at]! >>> 2 === code) at += 1;
    const strongest = sorted[at - 1]!;
    const isOften = (strongest & 3) === weight.seldom && at - start >= OFTEN;
    sorted[count++] = isOften ? term(code, weight.often) : strongest;
  }
  return sorted.slice(0, count);
}
