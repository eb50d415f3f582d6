import { hash } from "node:crypto";
import type { PageKey, PageKeys, SiteKeys } from "../cache/page-keys.js";
import type { Engine } from "../layout/engine.js";
import type { PostLink } from "../model/page.js";
import type { PageToRender, RenderSetup } from "./tasks.js";

/** The keys of a site's pages: equal keys, equal files. */
export interface KeyedPages {
  readonly site: SiteKeys;
  /** By name. */
  readonly layouts: ReadonlyMap<string, string>;
  /** By output path. */
  readonly pages: ReadonlyMap<string, Omit<PageKey, "checksum">>;
}

export const noKeys: KeyedPages = { site: { posts: "", others: "" }, layouts: new Map(), pages: new Map() };

export interface PageKeyMaker extends KeyedPages {
  /** Makes the key of a page, and puts it among the others. */
  readonly keyOf: (entry: PageToRender) => string;
  /** Whether the file of a page is what it would become. A page whose layout changed needs no key to know that it is not. */
  readonly isKept: (entry: PageToRender) => boolean;
}

/**
 * Where the site and its layout are those of the last build, a page has the key that it had, unless posts that it shows changed.
 * Throws a `UserError` where a layout cannot be parsed.
 */
export function createPageKeys(
  pages: readonly PageToRender[],
  engine: Engine,
  setup: RenderSetup,
  known: PageKeys,
  site: SiteKeys,
): PageKeyMaker {
  const names = new Set(pages.map(({ page }) => page.layout));
  const layouts = new Map(Array.from(names, (name) => [name, layoutKey(engine, name, setup)]));
  const former = (now: string, before: string) => (now !== "" && now === before ? known.pages : undefined);
  const formerPosts = former(site.posts, known.site.posts);
  const formerOthers = former(site.others, known.site.others);
  const hasSameLayout = ({ page }: PageToRender) => known.layouts.get(page.layout) === layouts.get(page.layout);
  const keys = new Map<string, Omit<PageKey, "checksum">>();
  const knownKeyOf = (entry: PageToRender): string | undefined => {
    const { page, hash: posts } = entry;
    // The text of the owner's own pages may use further includes.
    if (page.kind === "standalone" || !hasSameLayout(entry)) return undefined;
    const before = (posts ? formerPosts : formerOthers)?.get(page.output);
    return before?.posts === posts ? before?.key : undefined;
  };
  const keyOfPage = (entry: PageToRender): string => {
    const key = knownKeyOf(entry) ?? keyOf(entry, engine, setup);
    keys.set(entry.page.output, { key, posts: entry.hash });
    return key;
  };
  return {
    site,
    layouts,
    pages: keys,
    keyOf: keyOfPage,
    isKept(entry) {
      const before = known.pages.get(entry.page.output);
      return before !== undefined && hasSameLayout(entry) && before.key === keyOfPage(entry);
    },
  };
}

const digest = (parts: readonly string[]): string => hash("sha1", parts.join("\0"), "base64url");

/**
 * All that a page is made of: its own data, its body, the texts of the layouts and includes that it may use, and those
 * values of `site` that they name.
 */
function keyOf({ page, body: place }: PageToRender, engine: Engine, setup: RenderSetup): string {
  const { body, list, data, ...rest } = page;
  return digest([
    layoutKey(engine, page.layout, setup),
    JSON.stringify([rest, data]),
    list ? `${JSON.stringify(list.pager)} ${list.posts.map(linkKey).join(" ")}` : "",
    // All of a post follows from its bytes and the maker.
    body.type === "post"
      ? `${body.post.path} ${body.post.hash} ${place?.checksum} ${JSON.stringify([body.urls, body.pictures])}`
      : "",
    body.type === "source"
      ? `${JSON.stringify(body)} ${textKey(body.text, page.source ?? page.output, engine, setup)}`
      : "",
  ]);
}

const linkKeys = new WeakMap<PostLink, string>();

/** A post stands in many lists: what they show of it is hashed once. */
function linkKey(link: PostLink): string {
  let key = linkKeys.get(link);
  if (key === undefined) {
    key = digest([JSON.stringify(link)]);
    linkKeys.set(link, key);
  }
  return key;
}

const layoutKeys = new WeakMap<Engine, Map<string, string>>();

/** What all pages of a layout have in common. */
function layoutKey(engine: Engine, layout: string, setup: RenderSetup): string {
  const keys = layoutKeys.get(engine) ?? new Map<string, string>();
  layoutKeys.set(engine, keys);
  const known = keys.get(layout);
  if (known !== undefined) return known;
  const values = valuesOf(engine.globalsUsed(layout), setup);
  const key = digest([setup.maker, setup.lang, engine.fingerprint(layout), values]);
  keys.set(layout, key);
  return key;
}

function valuesOf(used: readonly string[] | "all", { engine: { globals } }: RenderSetup): string {
  return JSON.stringify(used === "all" ? globals.site : used.map((name) => globals.site[name]));
}

function textKey(text: string, file: string, engine: Engine, setup: RenderSetup): string {
  try {
    const { fingerprint, globals } = engine.textDependencies(text, file);
    return `${fingerprint}\0${valuesOf(globals, setup)}`;
  } catch {
    // A broken page is told when it is rendered.
    return "";
  }
}
