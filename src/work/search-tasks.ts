import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addTo, type GrowingFile } from "../cache/growing-file.js";
import { type BodyPlace, closeReaders, type Readers, readBody } from "../cache/pack.js";
import type { IndexedPost } from "../cache/search-record.js";
import { placeTerms, readTermsInto, type TermPlace } from "../cache/term-store.js";
import { mergeShards, type NumberedTerms, type ShardRange } from "../search/merge.js";
import { type PartName, shardPath } from "../search/output-paths.js";
import { takeTerms } from "../search/post-terms.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile } from "../writer/stage.js";

/*
 * The search index's work that can be done in other threads.
 */

export interface TermsTask {
  readonly posts: readonly { readonly title: string; readonly body: BodyPlace }[];
  /** The store's file with the terms. */
  readonly pack: GrowingFile;
}

/** Puts the terms of posts into the store. */
export function storePostTerms({ posts, pack }: TermsTask): readonly TermPlace[] {
  const readers: Readers = new Map();
  try {
    return addTo(pack, (put) =>
      posts.map(({ title, body }) => placeTerms(takeTerms(title, readBody(body, readers)), put)),
    );
  } finally {
    closeReaders(readers);
  }
}

/** Posts that come into shards, in rising order, as columns: each task has all of them. */
export interface AddedPosts {
  /** Their numbers in the part. */
  readonly posts: Uint32Array;
  /** Where their terms lie in the pack: bytes, the number of terms, CRC-32. */
  readonly offsets: Float64Array;
  readonly counts: Uint32Array;
  readonly checksums: Uint32Array;
}

/** The posts at some places in a part. */
export function addedPosts(posts: readonly IndexedPost[], places: Iterable<number>): AddedPosts {
  const added = Uint32Array.from(places);
  return {
    posts: added,
    offsets: Float64Array.from(added, (place) => posts[place]!.offset),
    counts: Uint32Array.from(added, (place) => posts[place]!.count),
    checksums: Uint32Array.from(added, (place) => posts[place]!.checksum),
  };
}

export interface ShardsTask {
  readonly place: Place;
  readonly part: PartName;
  readonly range: ShardRange;
  /** The store's file with the terms. */
  readonly pack: string;
  readonly added: AddedPosts;
  /** Where the shards are made of what they were before: see `FormerShards`. */
  readonly renumber?: Int32Array;
}

export interface StagedShard {
  readonly shard: number;
  readonly file: StagedFile;
}

/** Stages shards; nothing where the store is damaged. */
export function stageShards(task: ShardsTask): readonly StagedShard[] | undefined {
  const { place, part, range, renumber } = task;
  const stage = createStager(place);
  const read = (shard: number) => readFileSync(join(place.destination, shardPath(part, shard)));
  const staged: StagedShard[] = [];
  const terms = readAll(task);
  for (const { shard, bytes } of mergeShards(terms.posts, range, renumber && { read, renumber })) {
    staged.push({ shard, file: stage({ path: shardPath(part, shard), contents: bytes }) });
  }
  return terms.isDamaged() ? undefined : staged;
}

function readAll({ pack, added }: ShardsTask): { posts: Iterable<NumberedTerms>; isDamaged: () => boolean } {
  let isDamaged = false;
  function* posts(): Generator<NumberedTerms> {
    const descriptor = openSync(pack, "r");
    const room = new Uint32Array(added.counts.reduce((most, count) => Math.max(most, count), 0));
    try {
      for (const [at, post] of added.posts.entries()) {
        const [offset, count, checksum] = [added.offsets[at]!, added.counts[at]!, added.checksums[at]!];
        const terms = readTermsInto(room, descriptor, { offset, count, checksum });
        if (terms) yield { post, terms };
        else isDamaged = true;
      }
    } finally {
      closeSync(descriptor);
    }
  }
  return { posts: posts(), isDamaged: () => isDamaged };
}
