import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BodyPlace, closeReaders, type Readers, readBody } from "../cache/pack.js";
import type { IndexedPost } from "../cache/search-record.js";
import { readTerms } from "../cache/term-store.js";
import { mergeShards, type NumberedTerms, type ShardRange } from "../search/merge.js";
import { type PartName, shardPath } from "../search/output-paths.js";
import { type PostTerms, takeTerms } from "../search/post-terms.js";
import type { Place } from "../writer/place.js";
import { createStager, type StagedFile } from "../writer/stage.js";

/*
 * The search index's work that can be done in other threads.
 */

export interface TermsTask {
  readonly posts: readonly { readonly title: string; readonly body: BodyPlace }[];
}

export function takePostTerms({ posts }: TermsTask): readonly PostTerms[] {
  const readers: Readers = new Map();
  try {
    return posts.map(({ title, body }) => takeTerms(title, readBody(body, readers)));
  } finally {
    closeReaders(readers);
  }
}

export interface ShardsTask {
  readonly place: Place;
  readonly part: PartName;
  readonly range: ShardRange;
  /** The store's file with the terms. */
  readonly pack: string;
  /** What comes into the shards: posts in rising order, the first of them under its number in the part. */
  readonly added: readonly { readonly post: number; readonly indexed: IndexedPost }[];
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
    try {
      for (const { post, indexed } of added) {
        const terms = readTerms(descriptor, indexed);
        if (terms) yield { post, terms };
        else isDamaged = true;
      }
    } finally {
      closeSync(descriptor);
    }
  }
  return { posts: posts(), isDamaged: () => isDamaged };
}
