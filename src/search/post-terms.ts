import { foldText } from "./fold.js";
import { gramsOf, singlesOf } from "./grams.js";
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
  const body = gramsOf(foldText(textOfHtml(html))).sort();
  const strong = [...withWeight(title, weight.title), ...withWeight(headingsOfHtml(html), weight.heading)];
  const terms = new Uint32Array(body.length + strong.length);
  let count = 0;
  for (let at = 0; at < body.length; ) {
    const code = body[at]!;
    const start = at;
    while (at < body.length && body[at] === code) at += 1;
    terms[count++] = term(code, at - start < OFTEN ? weight.seldom : weight.often);
  }
  for (const one of strong) terms[count++] = one;
  return strongest(terms.subarray(0, count).sort());
}

function withWeight(text: string, weightOf: number): readonly number[] {
  const folded = foldText(text);
  return [...gramsOf(folded), ...singlesOf(folded)].map((code) => term(code, weightOf));
}

const term = (code: number, weightOf: number): number => ((code << 2) | weightOf) >>> 0;

/** Of the terms with one code the last, which has the greatest weight. */
function strongest(sorted: Uint32Array): PostTerms {
  return sorted.filter((one, index) => index + 1 === sorted.length || one >>> 2 !== sorted[index + 1]! >>> 2);
}
