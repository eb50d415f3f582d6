import { dirname, normalize } from "node:path/posix";
import { decodePercent } from "../lib/percent.js";
import type { Post } from "./post.js";
import type { Site, SitePost } from "./site.js";

/** Finds the post that an old address means, however it was written. */
export interface LinkIndex {
  /** The post's site path with the URL's fragment, or undefined. `from`: the path of the post that the link stands in. */
  readonly find: (url: string, from?: string) => string | undefined;
}

const csdnArticle = /^(?:https?:)?\/\/(?:blog\.csdn\.net\/[^/]+|[\w-]+\.blog\.csdn\.net)\/article\/details\/(\d+)/i;

/** Every address that a post is known under leads to it; an address that two posts claim leads to the newer. */
export function createLinkIndex(site: Site): LinkIndex {
  let index: ReadonlyMap<string, SitePost> | undefined;
  const ownHosts = new Set(site.config.pipeline.ownHosts);
  return {
    find(url, from) {
      const [path, fragment] = splitFragment(url);
      const key = keyOf(path, ownHosts, site.config.baseurl) ?? fileKey(path, from);
      if (key === undefined) return undefined;
      index ??= indexPosts(site);
      const found = index.get(key);
      return found && found.permalink + fragmentIn(found.post, fragment);
    },
  };
}

function fragmentIn({ renamedIds }: Post, fragment: string): string {
  const id = renamedIds && decodePercent(fragment.slice(1));
  const renamed = renamedIds?.find(([written]) => written === id);
  return renamed ? `#${renamed[1]}` : fragment;
}

function indexPosts(site: Site): ReadonlyMap<string, SitePost> {
  const index = new Map<string, SitePost>();
  for (const sitePost of site.posts) {
    for (const key of keysOf(sitePost)) if (!index.has(key)) index.set(key, sitePost);
  }
  return index;
}

/** Kept, since a development server makes an index after each change. */
const knownKeys = new WeakMap<SitePost, readonly string[]>();

function keysOf(sitePost: SitePost): readonly string[] {
  const keys = knownKeys.get(sitePost) ?? computeKeys(sitePost);
  knownKeys.set(sitePost, keys);
  return keys;
}

function computeKeys({ post, permalink }: SitePost): string[] {
  const { frontMatter } = post;
  const { ids } = frontMatter;
  const own = [permalink, ...frontMatter.aliases].map(pathKey);
  const old = [post.source, frontMatter.canonical, ...frontMatter.aliases]
    .filter((url) => url !== undefined)
    .flatMap(sourceKeys);
  return [
    ...own,
    ...old,
    ...(ids.csdn ? [`csdn:${ids.csdn}`] : []),
    ...(ids.artid ? [`csdn:${ids.artid}`] : []),
    ...fileKeys(post),
    `source:${post.path}`,
  ];
}

/** `posts/2009/2009-07-23-Fly.html` is known as that name, as `/2009/07/23/Fly` (Jekyll's usual address), and as `/2009/07/Fly` (Blogger's). */
function fileKeys(post: Post): string[] {
  const name = post.path.replace(/^.*\//, "").replace(/\.[a-z.]+$/i, "");
  const inFolder = post.path.replace(/^[^/]+\//, "").replace(/\.[a-z.]+$/i, "");
  const dated = /^(\d{4})-(\d{2})-(\d{2})-(.+)$/.exec(name);
  const [, year, month, day, slug] = dated ?? [];
  const paths = dated ? [`/${year}/${month}/${day}/${slug}`, `/${year}/${month}/${slug}`].map(pathKey) : [];
  return [`file:${name.toLowerCase()}`, `file:${inFolder.toLowerCase()}`, ...paths];
}

function sourceKeys(source: string): string[] {
  const csdn = csdnArticle.exec(source);
  if (csdn) return [`csdn:${csdn[1]}`];
  if (!URL.canParse(source)) return [pathKey(source)];
  const url = new URL(source);
  return [hostKey(url)];
}

function splitFragment(url: string): readonly [string, string] {
  const start = url.indexOf("#");
  return start < 0 ? [url, ""] : [url.slice(0, start), url.slice(start)];
}

function keyOf(url: string, ownHosts: ReadonlySet<string>, baseurl: string): string | undefined {
  if (url.startsWith("pumice-post:")) return `file:${fileName(url.slice("pumice-post:".length))}`;
  const csdn = csdnArticle.exec(url);
  if (csdn) return `csdn:${csdn[1]}`;
  const whole = url.startsWith("//") ? `https:${url}` : url;
  if (/^https?:/i.test(whole)) {
    if (!URL.canParse(whole)) return undefined;
    const parsed = new URL(whole);
    return ownHosts.has(parsed.host.toLowerCase()) ? pathKey(withoutBase(parsed.pathname, baseurl)) : hostKey(parsed);
  }
  return url.startsWith("/") ? pathKey(withoutBase(url, baseurl)) : undefined;
}

/** The file beside a post that a link names as it lies there, the way code hosts show folders of Markdown. */
function fileKey(path: string, from: string | undefined): string | undefined {
  if (from === undefined || !/^(?![a-z][a-z0-9+.-]*:|[/\\#?])[^?]+\.(?:md|markdown|html?)$/i.test(path))
    return undefined;
  return `source:${normalize(`${dirname(from)}/${decodePercent(path)}`)}`;
}

function fileName(reference: string): string {
  return decodePercent(reference)
    .replace(/^\/?(?:_?posts\/)?/, "")
    .replace(/\.[a-z]+$/i, "")
    .toLowerCase();
}

function withoutBase(path: string, baseurl: string): string {
  return baseurl && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path;
}

function hostKey(url: URL): string {
  return `host:${url.host.toLowerCase().replace(/^www\./, "")}${pathKey(url.pathname)}`;
}

/** One spelling for `/a/b`, `/a/b/`, `/a/b.html` and `/A/b/index.html`. */
function pathKey(path: string): string {
  const inner = /^https?:\/\/[^/]+(\/.*)?$/i.exec(path)?.[1] ?? path;
  const clean = decodePercent(inner.replace(/[?#].*$/s, ""))
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?:index)?\.(?:html?|aspx|php)$/, "")
    .replace(/\/+$/, "");
  return clean.startsWith("/") ? clean : `/${clean}`;
}
