import { languageOf } from "./language.js";
import { foldTerm } from "./segment.js";
import type { Site, SitePost } from "./site.js";

/** Related posts that a page names. */
const MOST = 5;

/** Below this likeness (of 0 to 1) two posts have nothing in common but a word. */
const LEAST = 0.1;

/** The first topic of a post counts 1, the last about a half; a tag, which has no rank, more than any word. */
const weightOf = (rank: number): number => (rank === TAG ? 1.5 : 1 - rank / 24);
const TAG = 31;
const RANKS = 32;

/**
 * The posts that are most like the one at a place of `site.posts`, by what they have in common in topics and tags (TF-IDF,
 * cosine), of the same language, the most alike first. Exact: every other post is compared.
 */
export function relatedPosts(index: number, site: Site): readonly SitePost[] {
  const known = likenesses.get(site) ?? likenessOf(site);
  likenesses.set(site, known);
  return known.relatedTo(index).map((other) => site.posts[other]!);
}

/** What posts have in common, by their places alone. */
interface Likeness {
  readonly relatedTo: (index: number) => readonly number[];
}

/** All that likeness is computed from. */
interface Compared {
  readonly features: readonly Features[];
  readonly langs: readonly string[];
  readonly hidden: readonly boolean[];
}

/** Found once for each state of a site. */
const likenesses = new WeakMap<Site, Likeness>();
let latest: { readonly compared: Compared; readonly likeness: Likeness } | undefined;

/** An edit seldom changes what a post is about: then the likeness of the site's former state is still right. */
function likenessOf({ posts, config }: Site): Likeness {
  const compared = {
    features: posts.map(featuresOf),
    langs: posts.map(({ post }) => languageOf(post, config)),
    hidden: posts.map(({ post }) => post.frontMatter.hidden),
  };
  if (!latest || !isSame(latest.compared, compared)) latest = { compared, likeness: createLikeness(compared) };
  return latest.likeness;
}

function isSame(before: Compared, now: Compared): boolean {
  return (
    areEqual(before.langs, now.langs) &&
    areEqual(before.hidden, now.hidden) &&
    before.features.length === now.features.length &&
    now.features.every((one, index) => one === before.features[index] || areEqual(one, before.features[index]!))
  );
}

function areEqual<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Tags and topics, each once: its number times `RANKS`, and its rank. Small integers, which take the least memory. */
type Features = readonly number[];

const numberIn = (feature: number): number => Math.floor(feature / RANKS);

/**
 * All vectors one after the other, and the same turned round: the posts of each feature. Flat arrays, because a site of
 * 25,000 posts has some 400,000 entries, and every build asks for all of them.
 */
function createLikeness({ features, langs, hidden }: Compared): Likeness {
  const frequencies = countFrequencies(features);
  const vectors = vectorsOf(features, weightsByFrequency(frequencies, features.length));
  const turned = turnRound(vectors, hidden, frequencies.length);
  const scores = new Float64Array(features.length);

  function relatedTo(index: number): readonly number[] {
    const [first, last] = [vectors.starts[index]!, vectors.starts[index + 1]!];
    for (let at = first; at < last; at += 1) {
      const number = vectors.entries[at]!;
      const weight = vectors.weights[at]!;
      const end = turned.starts[number + 1]!;
      for (let place = turned.starts[number]!; place < end; place += 1)
        scores[turned.entries[place]!]! += weight * turned.weights[place]!;
    }
    scores[index] = 0;
    const best: number[] = [];
    for (let at = first; at < last; at += 1) {
      const number = vectors.entries[at]!;
      const end = turned.starts[number + 1]!;
      for (let place = turned.starts[number]!; place < end; place += 1) {
        const post = turned.entries[place]!;
        if (scores[post]! >= LEAST && langs[post] === langs[index]) keepBest(best, post, scores);
        // Each post is met once for every feature in common; the first time is enough.
        if (!best.includes(post)) scores[post] = 0;
      }
    }
    for (const post of best) scores[post] = 0;
    return best;
  }

  return { relatedTo };
}

/** Rows of entries, each with its weight; `starts` has the place of each row's first, and one more at the end. */
interface Rows {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Float64Array;
}

/** A vector of length 1 for each post, without what weighs nothing. */
function vectorsOf(features: readonly Features[], rarities: Float64Array): Rows {
  const most = features.reduce((sum, { length }) => sum + length, 0);
  const starts = new Int32Array(features.length + 1);
  const entries = new Int32Array(most);
  const lengths = new Float64Array(most);
  let end = 0;
  for (const [post, own] of features.entries()) {
    const start = end;
    let square = 0;
    for (const feature of own) {
      const number = numberIn(feature);
      const weight = weightOf(feature % RANKS) * rarities[number]!;
      if (weight === 0) continue;
      square += weight * weight;
      entries[end] = number;
      lengths[end++] = weight;
    }
    const length = Math.sqrt(square);
    for (let at = start; at < end; at += 1) lengths[at]! /= length;
    starts[post + 1] = end;
  }
  return { starts, entries, weights: lengths };
}

/** The posts of each number, but for the hidden ones. */
function turnRound(vectors: Rows, hidden: readonly boolean[], numbers: number): Rows {
  const starts = new Int32Array(numbers + 1);
  const each = (visit: (post: number, at: number) => void): void => {
    for (let post = 0; post < hidden.length; post += 1)
      if (!hidden[post]) for (let at = vectors.starts[post]!; at < vectors.starts[post + 1]!; at += 1) visit(post, at);
  };
  each((_post, at) => {
    starts[vectors.entries[at]! + 1]! += 1;
  });
  for (let number = 0; number < numbers; number += 1) starts[number + 1]! += starts[number]!;
  const ends = starts.slice();
  const entries = new Int32Array(starts[numbers]!);
  const weights = new Float64Array(entries.length);
  each((post, at) => {
    const place = ends[vectors.entries[at]!]!++;
    entries[place] = post;
    weights[place] = vectors.weights[at]!;
  });
  return { starts, entries, weights };
}

/** Puts a post in its place among the best, the newer one first where two are equal. */
function keepBest(best: number[], post: number, scores: Float64Array): void {
  if (best.includes(post)) return;
  const score = scores[post]!;
  let at = best.length;
  while (at > 0 && (scores[best[at - 1]!]! < score || (scores[best[at - 1]!] === score && best[at - 1]! > post)))
    at -= 1;
  if (at >= MOST) return;
  best.splice(at, 0, post);
  if (best.length > MOST) scores[best.pop()!] = 0;
}

/** How many posts have each feature, by its number. */
function countFrequencies(features: readonly Features[]): Int32Array {
  const frequencies = new Int32Array(numbersOfNames.size);
  for (const own of features) for (const feature of own) frequencies[numberIn(feature)]! += 1;
  return frequencies;
}

/** Rare features weigh more, those of very many posts nothing; in steps, so that a new post does not change every other. */
function weightsByFrequency(frequencies: Int32Array, posts: number): Float64Array {
  const scale = Math.ceil(Math.log2(Math.max(2, posts)));
  const most = Math.max(40, posts / 100);
  const weights = new Float64Array(frequencies.length);
  for (const [number, frequency] of frequencies.entries()) {
    if (frequency > 0 && frequency <= most)
      weights[number] = Math.max(0.25, scale - Math.round(2 * Math.log2(frequency)) / 2);
  }
  return weights;
}

/** Kept as long as the post is: a development server asks again and again for the same ones. */
const featuresOfPosts = new WeakMap<SitePost["post"], Features>();
const numbersOfNames = new Map<string, number>();

function featuresOf({ post }: SitePost): Features {
  const known = featuresOfPosts.get(post);
  if (known) return known;
  const features: number[] = [];
  const add = (name: string, rank: number): void => {
    const number = numberOf(name);
    if (!features.some((feature) => numberIn(feature) === number)) features.push(number * RANKS + rank);
  };
  for (const tag of post.frontMatter.tags) add(`#${foldTerm(tag)}`, TAG);
  for (const [rank, topic] of post.topics.entries()) add(topic, rank);
  featuresOfPosts.set(post, features);
  return features;
}

function numberOf(name: string): number {
  const known = numbersOfNames.get(name);
  if (known !== undefined) return known;
  numbersOfNames.set(name, numbersOfNames.size);
  return numbersOfNames.size - 1;
}
