import { shortHash } from "../lib/hash.js";
import { once } from "../lib/once.js";
import type { Output } from "../model/output.js";
import type { Post } from "../model/post.js";
import type { Site, SitePost } from "../model/site.js";
import { listsOf, searchablePosts } from "../search/lists.js";
import { mergeShards } from "../search/merge.js";
import { overviewPath, type PartName, shardPath } from "../search/output-paths.js";
import { ofPart, printOverview } from "../search/overview.js";
import { type PostTerms, takeTerms } from "../search/post-terms.js";
import { shardBitsFor } from "../search/shard.js";

/** The search index of a site that lives in memory. */
export interface LiveSearch {
  /** A file of the index, by its path in the destination. The first one costs the reading of all posts. */
  readonly answer: (output: string) => Output | undefined;
  readonly outputs: () => readonly string[];
}

/** Terms of posts that were asked for; a changed post is another object. */
const known = new WeakMap<Post, PostTerms>();

/** Makes of the index what somebody asks for: the files are those of a build, but for the version in the overview. */
export function createLiveSearch({ config, posts }: Site, body: (path: string) => string | undefined): LiveSearch {
  if (!config.search) return { answer: () => undefined, outputs: () => [] };
  const listed = searchablePosts(posts);
  const lists = once(() => new Map(listsOf(listed).map((list) => [list.path, list])));
  const parts = { settled: once(() => openPart("settled")), recent: once(() => openPart("recent")) };

  function openPart(part: PartName) {
    const terms = ofPart(part, listed).map((post) => termsOf(post, body));
    const bits = shardBitsFor(terms.reduce((sum, { length }) => sum + length, 0));
    return { bits, posts: terms.map((terms, post) => ({ post, terms })) };
  }

  function shardOf(part: PartName, number: number): Output | undefined {
    const { bits, posts } = parts[part]();
    if (number >= 2 ** bits) return undefined;
    const [made] = mergeShards(posts, { first: number, end: number + 1, bits });
    return { path: shardPath(part, number), contents: made!.bytes };
  }

  function overview(): Output {
    const version = shortHash(JSON.stringify(listed.map(({ post, link }) => [post.hash, link.url])));
    const bits = { settled: parts.settled().bits, recent: parts.recent().bits };
    return { path: overviewPath, contents: printOverview({ version, posts: listed.length, bits }) };
  }

  return {
    answer(output) {
      if (output === overviewPath) return overview();
      const [, part, number] = /^search\/(settled|recent)\/(\d+)\.bin$/.exec(output) ?? [];
      if (part) return shardOf(part as PartName, Number(number));
      const list = lists().get(output);
      return list && { path: output, contents: list.print() };
    },
    outputs() {
      const shardsOf = (part: PartName) =>
        Array.from({ length: 2 ** parts[part]().bits }, (_, number) => shardPath(part, number));
      return [overviewPath, ...lists().keys(), ...shardsOf("settled"), ...shardsOf("recent")];
    },
  };
}

function termsOf({ post }: SitePost, body: (path: string) => string | undefined): PostTerms {
  const terms = known.get(post) ?? takeTerms(post.title, body(post.path) ?? "");
  known.set(post, terms);
  return terms;
}
