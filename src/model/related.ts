import { foldTerm } from "./segment.js";
import type { Site, SitePost } from "./site.js";

/** Related posts that a page names. */
const MOST = 5;

/** Below this likeness (of 0 to 1) two posts have nothing in common but a word. */
const LEAST = 0.1;

/** The first topic of a post counts 1, the last about a half; a tag more than any word. */
const weightOfTopic = (rank: number): number => 1 - rank / 24;
const TAG = 1.5;

/**
 * The posts that are most like the one at a place of `site.posts`, by what they have in common in topics and tags (TF-IDF,
 * cosine), of the same language, the most alike first. Exact: every other post is compared.
 */
export function relatedPosts(index: number, site: Site): readonly SitePost[] {
  const known = indexes.get(site) ?? createIndex(site);
  indexes.set(site, known);
  return known.relatedTo(index);
}

interface Index {
  readonly relatedTo: (index: number) => readonly SitePost[];
}

/** Made once for each state of a site. */
const indexes = new WeakMap<Site, Index>();

interface Features {
  /** Numbers of topics and tags, each once. */
  readonly numbers: readonly number[];
  readonly weights: readonly number[];
}

interface Posting {
  readonly post: number;
  readonly weight: number;
}

function createIndex({ posts, config }: Site): Index {
  const features = posts.map(featuresOf);
  const langs = posts.map(({ post }) => post.lang ?? config.lang);
  const frequencies = countFrequencies(features);
  const postings = new Map<number, Posting[]>();
  const vectors = features.map((one) => vectorOf(one, frequencies, posts.length));
  for (const [post, vector] of vectors.entries()) {
    if (posts[post]!.post.frontMatter.hidden) continue;
    for (const [number, weight] of vector) {
      const list = postings.get(number);
      if (list) list.push({ post, weight });
      else postings.set(number, [{ post, weight }]);
    }
  }
  const scores = new Float64Array(posts.length);

  function relatedTo(index: number): readonly SitePost[] {
    const touched: number[] = [];
    for (const [number, weight] of vectors[index]!) {
      for (const other of postings.get(number) ?? []) {
        if (scores[other.post] === 0) touched.push(other.post);
        scores[other.post]! += weight * other.weight;
      }
    }
    const best = touched
      .filter((post) => post !== index && scores[post]! >= LEAST && langs[post] === langs[index])
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, MOST);
    for (const post of touched) scores[post] = 0;
    return best.map((post) => posts[post]!);
  }

  return { relatedTo };
}

/** How many posts have each feature. */
function countFrequencies(features: readonly Features[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const { numbers } of features) {
    for (const number of numbers) frequencies.set(number, (frequencies.get(number) ?? 0) + 1);
  }
  return frequencies;
}

/** Rare features weigh more; those of one post alone and those of very many say nothing. The vector's length is 1. */
function vectorOf({ numbers, weights }: Features, frequencies: ReadonlyMap<number, number>, posts: number) {
  // In steps, so that a new post does not change a little in every other.
  const scale = Math.ceil(Math.log2(Math.max(2, posts)));
  const most = Math.max(40, posts / 50);
  const vector: [number: number, weight: number][] = [];
  let square = 0;
  for (const [at, number] of numbers.entries()) {
    const frequency = frequencies.get(number)!;
    if (frequency > most) continue;
    const weight = weights[at]! * Math.max(0.25, scale - Math.round(2 * Math.log2(frequency)) / 2);
    square += weight * weight;
    if (frequency > 1) vector.push([number, weight]);
  }
  const length = Math.sqrt(square) || 1;
  return vector.map(([number, weight]): [number, number] => [number, weight / length]);
}

/** Kept as long as the post is: a development server asks again and again for the same ones. */
const featuresOfPosts = new WeakMap<SitePost["post"], Features>();
const numbersOfNames = new Map<string, number>();

function featuresOf({ post }: SitePost): Features {
  const known = featuresOfPosts.get(post);
  if (known) return known;
  const weights = new Map<string, number>();
  for (const tag of post.frontMatter.tags) weights.set(`#${foldTerm(tag)}`, TAG);
  for (const [rank, topic] of post.topics.entries()) weights.set(topic, weightOfTopic(rank));
  const features = { numbers: [...weights.keys()].map(numberOf), weights: [...weights.values()] };
  featuresOfPosts.set(post, features);
  return features;
}

function numberOf(name: string): number {
  const known = numbersOfNames.get(name);
  if (known !== undefined) return known;
  numbersOfNames.set(name, numbersOfNames.size);
  return numbersOfNames.size - 1;
}
