import { type Postings, shardOf } from "./shard.js";

/** The postings of a range of shards, told apart by shard. A thread has one such range at a time. */
export interface PostingsByShard {
  add(term: number, post: number): void;
  /** Those of a shard in the order in which they came, in memory that is used again for the next shard. */
  of(shard: number): Postings;
}

/**
 * Postings in a block, eight bytes each. A shard is a chain of blocks, since one with frequent grams has many times the
 * postings of another.
 */
const BLOCK = 128;

let room: Postings = { terms: new Uint32Array(0), posts: new Uint32Array(0) };

/** The blocks of the last range, which are those of the next: what is as large as that is collected much too late. */
let blocksBefore: Blocks = { terms: new Uint32Array(0), posts: new Uint32Array(0), following: new Uint32Array(0) };

interface Blocks extends Postings {
  /** By block: the next one of its chain. */
  readonly following: Uint32Array;
}

/** `expected`: about how many postings come into the shards from `first` up to, but without, `end`. */
export function createPostingsByShard(first: number, end: number, bits: number, expected: number): PostingsByShard {
  const shards = end - first;
  const needed = Math.ceil(expected / BLOCK) + shards;
  if (blocksBefore.following.length < needed) blocksBefore = enlarge(blocksBefore, needed, 0);
  let { terms, posts, following } = blocksBefore;
  let blocks = 0;
  const firsts = new Uint32Array(shards);
  const lasts = new Uint32Array(shards);
  const counts = new Uint32Array(shards);

  function addBlock(shard: number): void {
    if (blocks === following.length) {
      blocksBefore = enlarge(blocksBefore, Math.ceil(blocks * 1.5), blocks);
      ({ terms, posts, following } = blocksBefore);
    }
    if (counts[shard] === 0) firsts[shard] = blocks;
    else following[lasts[shard]!] = blocks;
    lasts[shard] = blocks++;
  }

  return {
    add(term, post) {
      const shard = shardOf(term, bits) - first;
      const inBlock = counts[shard]! % BLOCK;
      if (inBlock === 0) addBlock(shard);
      const at = lasts[shard]! * BLOCK + inBlock;
      terms[at] = term;
      posts[at] = post;
      counts[shard]! += 1;
    },
    of(shard) {
      const count = counts[shard - first]!;
      if (room.terms.length < count) room = { terms: new Uint32Array(count * 2), posts: new Uint32Array(count * 2) };
      let block = firsts[shard - first]!;
      for (let done = 0; done < count; done += BLOCK) {
        const [from, to] = [block * BLOCK, block * BLOCK + Math.min(BLOCK, count - done)];
        room.terms.set(terms.subarray(from, to), done);
        room.posts.set(posts.subarray(from, to), done);
        block = following[block]!;
      }
      return { terms: room.terms.subarray(0, count), posts: room.posts.subarray(0, count) };
    },
  };
}

/** Room for more blocks, of which the first ones keep what is in them. */
function enlarge(before: Blocks, blocks: number, kept: number): Blocks {
  const after = {
    terms: new Uint32Array(blocks * BLOCK),
    posts: new Uint32Array(blocks * BLOCK),
    following: new Uint32Array(blocks),
  };
  after.terms.set(before.terms.subarray(0, kept * BLOCK));
  after.posts.set(before.posts.subarray(0, kept * BLOCK));
  after.following.set(before.following.subarray(0, kept));
  return after;
}
