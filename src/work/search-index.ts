import { rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { addTo } from "../cache/growing-file.js";
import type { StoredPost } from "../cache/post-store.js";
import type { IndexedList, IndexedPost, SearchRecord } from "../cache/search-record.js";
import { openTermStore, placeTerms, type TermStore } from "../cache/term-store.js";
import { shortHash } from "../lib/hash.js";
import { once } from "../lib/once.js";
import { forBatches, inBatches } from "../lib/pool.js";
import { programFingerprint } from "../lib/program-fingerprint.js";
import type { Site, SitePost } from "../model/site.js";
import { listsOf, searchablePosts } from "../search/lists.js";
import { listPath, overviewPath, type PartName, shardPath } from "../search/output-paths.js";
import { ofPart, printOverview } from "../search/overview.js";
import { takeTerms } from "../search/post-terms.js";
import type { Destination } from "../writer/altered.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile } from "../writer/stage.js";
import { createPools, LIGHT, type Pools } from "./pools.js";
import { type StagedPart, stagePart } from "./search-part.js";

/** Where the index comes, and what of it stands there. */
interface Target {
  readonly place: Place;
  readonly destination: Destination;
}

export interface SearchInput extends Target {
  readonly site: Site;
  /** Posts with the places of their bodies, by path. */
  readonly stored: ReadonlyMap<string, StoredPost>;
}

export interface StagedSearch {
  readonly staged: readonly StagedFile[];
  /** Output paths that are what they would become. */
  readonly kept: readonly string[];
  /** To be called after publishing. */
  readonly remember: () => void;
}

/** How many posts a task takes the terms of. */
const BATCH = 64;

/**
 * Stages the search index of a site. Terms are taken of new and changed posts only, and only those shards are made that hold
 * them; the result is byte for byte that of a build without a past.
 */
export async function stageSearch(input: SearchInput, pools: Pools): Promise<StagedSearch> {
  const folder = searchFolder(input.place);
  if (!input.site.config.search) return { staged: [], kept: [], remember: () => forgetSearch(input.place) };
  const store = openTermStore(folder, programFingerprint());
  // Damage of the store is found by reading. Then nothing of it is believed.
  const index =
    (await stageIndex(input, store, store.record, pools)) ?? (await stageIndex(input, store, undefined, pools));
  if (!index) throw new Error(`${store.pack.path} cannot be read back`);
  return { ...index, remember: () => store.save(index.record) };
}

/** A post of the index that has another text than before. */
export interface ChangedText {
  /** See `IndexedPost`. */
  readonly key: string;
  readonly title: string;
  /** The finished HTML. */
  readonly html: string;
}

/**
 * Stages what becomes of the index where nothing but the texts of some posts, by path, is another than in the last build. Nothing
 * where what that left is not to be trusted.
 */
export async function stageChangedTexts(
  texts: ReadonlyMap<string, ChangedText>,
  target: Target,
): Promise<StagedSearch | undefined> {
  const store = openTermStore(searchFolder(target.place), programFingerprint());
  const former = store.record;
  if (!former) return undefined;
  const posts = addTo(store.pack, (put) =>
    former.posts.map((post): IndexedPost => {
      const text = texts.get(post.path);
      return text ? { path: post.path, key: text.key, ...placeTerms(takeTerms(text.title, text.html), put) } : post;
    }),
  );
  // Too few for other threads, which there would be to end.
  const parts = await stageParts(posts, store, former, target, createPools());
  if (!parts) return undefined;
  const lists = { staged: [], kept: former.lists.map((_list, at) => listPath(at)), lists: former.lists };
  const index = assemble(posts, parts, lists, target);
  return { ...index, remember: () => store.save(index.record) };
}

export function forgetSearch(place: Place): void {
  rmSync(searchFolder(place), { recursive: true, force: true });
}

const searchFolder = (place: Place): string => join(place.folder, "search");

interface StagedIndex extends Omit<StagedSearch, "remember"> {
  readonly record: SearchRecord;
}

async function stageIndex(
  input: SearchInput,
  store: TermStore,
  former: SearchRecord | undefined,
  pools: Pools,
): Promise<StagedIndex | undefined> {
  const posts = searchablePosts(input.site.posts);
  const indexed = await indexPosts(posts, input, store, former, pools);
  const parts = await stageParts(indexed, store, former, input, pools);
  return parts && assemble(indexed, parts, stageLists(posts, former?.lists ?? [], input), input);
}

type StagedParts = Readonly<Record<PartName, StagedPart>>;

/** Nothing where the store is damaged. */
async function stageParts(
  posts: readonly IndexedPost[],
  { pack }: TermStore,
  former: SearchRecord | undefined,
  { place, destination }: Target,
  pools: Pools,
): Promise<StagedParts | undefined> {
  const stage = (part: PartName) => {
    const before = standing(part, former, destination);
    return stagePart({ part, place, pack: pack.path, posts: ofPart(part, posts), former: before }, pools);
  };
  const settled = await stage("settled");
  const recent = settled && (await stage("recent"));
  return recent && { settled, recent };
}

/** The whole index, with the overview that leads to all other files of it. */
function assemble(
  posts: readonly IndexedPost[],
  { settled, recent }: StagedParts,
  { staged, kept, lists }: StagedLists,
  { place }: Target,
): StagedIndex {
  const version = shortHash(
    JSON.stringify([settled.checksums, recent.checksums, lists.map(({ checksum }) => checksum)]),
  );
  const bits = { settled: settled.bits, recent: recent.bits };
  const contents = printOverview({ version, posts: posts.length, bits });
  return {
    staged: [...settled.staged, ...recent.staged, ...staged, createStager(place)({ path: overviewPath, contents })],
    kept: [...settled.kept, ...recent.kept, ...kept],
    record: { posts, parts: { settled: shapeOf(settled), recent: shapeOf(recent) }, lists },
  };
}

/**
 * The terms of all posts: where they lie in the store, into which they come now if they are not there. A post that is the
 * same as before is the same object.
 */
async function indexPosts(
  posts: readonly SitePost[],
  { stored }: SearchInput,
  store: TermStore,
  former: SearchRecord | undefined,
  pools: Pools,
): Promise<readonly IndexedPost[]> {
  const find = finderIn(former?.posts ?? []);
  const indexed: (IndexedPost | undefined)[] = posts.map(({ post }) => find(post.path, post.hash));
  const missing = posts.flatMap(({ post: { path, title, hash } }, place) =>
    indexed[place] ? [] : [{ place, path, title, body: stored.get(path)!.body, key: hash }],
  );
  const pool = await pools.open(LIGHT * missing.length);
  await forBatches(inBatches(missing, BATCH), pool, async (batch, run) => {
    const posts = batch.map(({ title, body }) => ({ title, body }));
    const taken = await run("storePostTerms", { posts, pack: store.pack });
    for (const [index, terms] of taken.entries()) {
      const { place, path, key } = batch[index]!;
      indexed[place] = { path, key, ...terms };
    }
  });
  return indexed as readonly IndexedPost[];
}

/** Finds posts that are the same as before. Asked for in the order of before, it needs no table. */
function finderIn(former: readonly IndexedPost[]): (path: string, key: string) => IndexedPost | undefined {
  const places = once(() => new Map(former.map(({ path }, place) => [path, place])));
  let next = 0;
  return (path, key) => {
    const place = former[next]?.path === path ? next : places().get(path);
    if (place === undefined) return undefined;
    next = place + 1;
    const found = former[place]!;
    return found.key === key ? found : undefined;
  };
}

/** What a part was made of, if each of its shards is still the one that was made. */
function standing(part: PartName, former: SearchRecord | undefined, destination: Destination) {
  if (!former) return undefined;
  const shape = former.parts[part];
  const isWhole = shape.checksums.every((checksum, shard) => stands(shardPath(part, shard), checksum, destination));
  return isWhole ? { ...shape, posts: ofPart(part, former.posts) } : undefined;
}

function stands(path: string, checksum: number | undefined, { manifest, altered }: Destination): boolean {
  return checksum !== undefined && manifest.files.get(path)?.checksum === checksum && !altered.has(path);
}

const shapeOf = ({ bits, checksums }: StagedPart) => ({ bits, checksums });

interface StagedLists {
  readonly staged: readonly StagedFile[];
  readonly kept: readonly string[];
  readonly lists: readonly IndexedList[];
}

function stageLists(
  posts: readonly SitePost[],
  former: readonly IndexedList[],
  { place, destination }: Target,
): StagedLists {
  const stage = createStager(place);
  const staged: StagedFile[] = [];
  const kept: string[] = [];
  const lists = listsOf(posts).map(({ path, key, print }, at): IndexedList => {
    const before = former[at];
    if (before?.key === key && stands(path, before.checksum, destination)) {
      kept.push(path);
      return before;
    }
    const contents = print();
    const checksum = crc32(contents);
    if (stands(path, checksum, destination)) kept.push(path);
    else staged.push(stage({ path, contents }));
    return { key, checksum };
  });
  return { staged, kept, lists };
}
