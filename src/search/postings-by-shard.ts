import { type Postings, shardOf } from "./shard.js";

/** The postings of a range of shards, told apart by shard. */
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

/** `expected`: about how many postings come into the shards from `first` up to, but without, `end`. */
export function createPostingsByShard(first: number, end: number, bits: number, expected: number): PostingsByShard {
  const shards = end - first;
  let capacity = Math.ceil(expected / BLOCK) + shards;
  let terms = new Uint32Array(capacity * BLOCK);
  let posts = new Uint32Array(capacity * BLOCK);
  let following = new Uint32Array(capacity);
  let blocks = 0;
  const firsts = new Uint32Array(shards);
  const lasts = new Uint32Array(shards);
  const counts = new Uint32Array(shards);

  function addBlock(shard: number): void {
    if (blocks === capacity) {
      capacity = Math.ceil(capacity * 1.5);
      terms = enlarge(terms, capacity * BLOCK);
      posts = enlarge(posts, capacity * BLOCK);
      following = enlarge(following, capacity);
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

function enlarge(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
