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

/** The terms of a post, from its title and its finished HTML. */
export function takeTerms(title: string, html: string): PostTerms {
  const parts = [
    withWeight(gramsOf(foldText(textOfHtml(html))), weight.seldom),
    ...strongTerms(headingsOfHtml(html), weight.heading),
    ...strongTerms(title, weight.title),
  ];
  const terms = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    terms.set(part, end);
    end += part.length;
  }
  sortTerms(terms);
  return joinEqual(terms);
}

function strongTerms(text: string, weightOf: number): readonly Uint32Array[] {
  const folded = foldText(text);
  return [withWeight(gramsOf(folded), weightOf), withWeight(singlesOf(folded), weightOf)];
}

/** Makes terms of codes, in place. */
function withWeight(codes: Uint32Array, weightOf: number): Uint32Array {
  for (let at = 0; at < codes.length; at += 1) codes[at] = term(codes[at]!, weightOf);
  return codes;
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
