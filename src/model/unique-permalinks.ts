import { shortHash } from "../lib/hash.js";
import type { Config } from "./config.js";
import type { Message } from "./message.js";
import { foldPath, permalinkOf, withSuffix } from "./permalink.js";
import type { Post } from "./post.js";
import { byCodeUnits } from "./taxonomy.js";

/** What a post would be called if it were alone. */
interface Candidate {
  readonly post: Post;
  readonly config: Config;
  readonly permalink: string;
  readonly written: boolean;
  /** Equal for permalinks that would be one file. */
  readonly key: string;
}

/** Kept, since a development server asks again and again for the same posts. */
const candidates = new WeakMap<Post, Candidate>();

function candidateOf(post: Post, config: Config): Candidate {
  const known = candidates.get(post);
  if (known?.config === config) return known;
  const { permalink, written } = permalinkOf(post, config);
  const candidate = { post, config, permalink, written, key: foldPath(permalink) };
  candidates.set(post, candidate);
  return candidate;
}

export interface UniquePermalinks {
  readonly permalinks: ReadonlyMap<Post, string>;
  readonly messages: readonly Message[];
}

/**
 * A permalink for each post. Where several come out equal by chance, the oldest keeps it and the others get a suffix that
 * depends on nothing but themselves; where authors wrote the same one, that is an error which names every file.
 */
export function uniquePermalinks(posts: readonly Post[], config: Config): UniquePermalinks {
  const groups = new Map<string, Candidate[]>();
  for (const post of posts) {
    const candidate = candidateOf(post, config);
    const group = groups.get(candidate.key);
    if (group) group.push(candidate);
    else groups.set(candidate.key, [candidate]);
  }
  const permalinks = new Map<Post, string>();
  const messages: Message[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group.sort(
      (a, b) =>
        Number(b.written) - Number(a.written) || a.post.date - b.post.date || byCodeUnits(a.post.path, b.post.path),
    );
    permalinks.set(first!.post, first!.permalink);
    if (others.length === 0) continue;
    const suffixed = others.filter(({ written }) => !written);
    if (suffixed.length < others.length) messages.push(writtenTwice(group.filter(({ written }) => written)));
    for (const { post, permalink } of suffixed)
      permalinks.set(post, withSuffix(permalink, suffixOf(post, groups, permalink)));
    for (const { post, permalink } of others) if (!permalinks.has(post)) permalinks.set(post, permalink);
    if (suffixed.length > 0)
      messages.push(
        keptApart(
          first!.post,
          suffixed.map(({ post }) => post),
          permalinks,
        ),
      );
  }
  return { permalinks, messages };
}

/** The post's language where that is enough, else a hash of its path. */
function suffixOf(post: Post, groups: ReadonlyMap<string, readonly { post: Post }[]>, permalink: string): string {
  const group = groups.get(foldPath(permalink)) ?? [];
  const sameLang = group.filter((other) => other.post.lang === post.lang);
  const isFree = !groups.has(foldPath(withSuffix(permalink, post.lang ?? "")));
  return post.lang && sameLang.length === 1 && isFree ? post.lang : shortHash(post.path).slice(0, 8);
}

function writtenTwice(group: readonly { post: Post; permalink: string }[]): Message {
  const files = group.map(({ post }) => post.path).sort(byCodeUnits);
  return {
    severity: "error",
    ruleId: "duplicate-permalink",
    reason: `The permalink ${group[0]!.permalink} is claimed by ${files.join(", ")}`,
    note: "Give each of them a `permalink:` of its own",
    file: files[0]!,
  };
}

function keptApart(first: Post, others: readonly Post[], permalinks: ReadonlyMap<Post, string>): Message {
  const list = others.map((post) => `${post.path} → ${permalinks.get(post)}`).join(", ");
  return {
    severity: "warning",
    ruleId: "same-permalink",
    reason: `${others.length === 1 ? "A post has" : `${others.length} posts have`} the permalink of ${first.path} and got a suffix: ${list}`,
    note: "Set `slug:` or `permalink:` to choose the addresses yourself",
    file: others[0]!.path,
  };
}
