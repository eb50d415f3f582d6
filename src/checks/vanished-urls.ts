import { decodePercent } from "../lib/percent.js";
import type { Finding } from "../model/finding.js";
import type { SitePost } from "../model/site.js";
import type { CheckInput } from "./check.js";
import { createTargets } from "./targets.js";

/** Addresses that were published once and lead to nothing now, each with the post that should redirect from it, if one is like it. */
export function vanishedUrls(input: CheckInput, published: readonly string[]): readonly Finding[] {
  const { baseurl } = input.site.config;
  const findTarget = createTargets(input);
  const [anyPage] = input.pages;
  if (!anyPage) return [];
  const isGone = (path: string) => findTarget(baseurl + path, anyPage).kind === "nothing";
  const gone = [...new Set(published.map((url) => sitePath(url, baseurl)))].filter(
    (path) => !isListPage.test(path) && isGone(path),
  );
  if (gone.length === 0) return [];
  const findHeir = createHeirs(input.site.posts);
  return gone.map((path) => finding(path, findHeir(path)));
}

/** The second and later pages of a list come and go with the number of posts. */
const isListPage = /\/page\/?\d+\/?$/;

/** `pumice list urls`, as lines or as JSON. Throws a `SyntaxError` for JSON that is none. */
export function parseUrlList(text: string): readonly string[] {
  if (!/^\s*\[/.test(text)) {
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
  }
  const rows = JSON.parse(text) as readonly (string | { readonly url?: string; readonly permalink?: string })[];
  return rows.flatMap((row) => (typeof row === "string" ? row : (row.permalink ?? row.url ?? [])));
}

function sitePath(url: string, baseurl: string): string {
  const isWhole = /^https?:\/\//i.test(url) && URL.canParse(url);
  const path = isWhole ? new URL(url).pathname : url;
  return isWhole && baseurl && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path;
}

function finding(path: string, heir: Heir | undefined): Finding {
  const reason = `${decodePercent(path)} was published and is gone`;
  if (!heir) {
    const note = "No post is like it; write a page with this `permalink:`, or let it go";
    return { severity: "warning", ruleId: "vanished-url", reason, note };
  }
  return {
    severity: "warning",
    ruleId: "vanished-url",
    reason,
    note: `Add \`redirect_from: ${path}\` to ${heir.post.post.path}, which has ${heir.why}`,
    file: heir.post.post.path,
    near: { key: "title" },
  };
}

interface Heir {
  readonly post: SitePost;
  readonly why: "the same id" | "the same slug" | "a similar title";
}

/** The post that an address most likely meant: by an id in it, by its slug, by the words of its title. */
function createHeirs(posts: readonly SitePost[]): (path: string) => Heir | undefined {
  const byId = new Map<string, SitePost>();
  const bySlug = new Map<string, SitePost>();
  const byWord = new Map<string, SitePost[]>();
  const words = new Map<SitePost, ReadonlySet<string>>();
  for (const sitePost of posts) {
    const { slug, title, frontMatter } = sitePost.post;
    for (const id of Object.values(frontMatter.ids)) if (!byId.has(id)) byId.set(id, sitePost);
    if (!bySlug.has(fold(slug))) bySlug.set(fold(slug), sitePost);
    words.set(sitePost, wordsOf(`${title} ${slug}`));
    for (const word of words.get(sitePost)!) byWord.set(word, [...(byWord.get(word) ?? []), sitePost]);
  }
  return (path) => {
    const slug = slugOf(path);
    for (const id of path.match(/\d{5,}/g) ?? []) {
      const post = byId.get(id);
      if (post) return { post, why: "the same id" };
    }
    const same = bySlug.get(fold(slug));
    if (same) return { post: same, why: "the same slug" };
    const wanted = wordsOf(slug);
    const similar = mostSimilar(wanted, new Set([...wanted].flatMap((word) => byWord.get(word) ?? [])), words);
    return similar && { post: similar, why: "a similar title" };
  };
}

function slugOf(path: string): string {
  const last = decodePercent(path)
    .replace(/\/(?:index\.html)?$/, "")
    .replace(/^.*\//s, "");
  return last.replace(/\.[a-z]{1,5}$/i, "");
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Latin words, and Chinese characters one by one. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** The post that has most of the wanted words: more than half of them, and more than one. */
function mostSimilar(
  wanted: ReadonlySet<string>,
  candidates: ReadonlySet<SitePost>,
  words: ReadonlyMap<SitePost, ReadonlySet<string>>,
): SitePost | undefined {
  let best: SitePost | undefined;
  let most = Math.max(1, wanted.size / 2);
  for (const candidate of candidates) {
    const own = words.get(candidate)!;
    const shared = [...wanted].filter((word) => own.has(word)).length;
    if (shared > most) [best, most] = [candidate, shared];
  }
  return best;
}
