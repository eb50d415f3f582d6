import { hash } from "node:crypto";
import type { PageKey, SiteKeys } from "../cache/page-keys.js";
import type { Engine } from "../layout/engine.js";
import type { Page, PostLink } from "../model/page.js";
import type { RemovalCount } from "../model/removals.js";
import type { KnownPages } from "./known-pages.js";
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
  { keys: known, keep }: Pick<KnownPages, "keys" | "keep">,
  site: SiteKeys,
): PageKeyMaker {
  const names = new Set(pages.map(({ page }) => page.layout));
  const layouts = new Map(Array.from(names, (name) => [name, layoutKey(engine, name, setup)]));
  const former = (now: string, before: string) => (now !== "" && now === before ? known.pages : undefined);
  const formerPosts = former(site.posts, known.site.posts);
  const formerOthers = former(site.others, known.site.others);
  const hasSameLayout = ({ page }: PageToRender) => known.layouts.get(page.layout) === layouts.get(page.layout);
  const keys = new Map<string, Omit<PageKey, "checksum">>();
  const formerKeyOf = (entry: PageToRender): Omit<PageKey, "checksum"> | undefined => {
    const { page, hash: posts } = entry;
    // The text of the owner's own pages may use further includes.
    if (page.kind === "standalone" || !hasSameLayout(entry)) return undefined;
    const before = (posts ? formerPosts : formerOthers)?.get(page.output);
    return before?.posts === posts ? before : undefined;
  };
  const newKeyOf = (entry: PageToRender): Omit<PageKey, "checksum"> => {
    const { key, text } = describePage(entry, engine, setup);
    const before = known.pages.get(entry.page.output);
    return before?.key === key ? before : { key, posts: entry.hash, text: text === undefined ? undefined : keep(text) };
  };
  const keyOfPage = (entry: PageToRender): string => {
    const made = formerKeyOf(entry) ?? newKeyOf(entry);
    keys.set(entry.page.output, made);
    return made.key;
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

/** A page in JSON, but for its list and its body. */
interface SaidPage {
  readonly frame: string;
  readonly data: string;
  /** Of a post: where its local addresses lead. */
  readonly addresses: string;
}

function say({ body, list, data, ...frame }: Page): SaidPage {
  const addresses = body.type === "post" ? JSON.stringify([body.urls, body.pictures]) : "";
  return { frame: JSON.stringify(frame), data: JSON.stringify(data), addresses };
}

/** The key of a page and, of one that is a post's, the `PageText` in JSON. */
export function describePage(
  entry: Pick<PageToRender, "page" | "post"> & { readonly body?: { readonly checksum: number } },
  engine: Engine,
  setup: KeySetup,
): { readonly key: string; readonly text: string | undefined } {
  const said = say(entry.page);
  const text = entry.post && printPageText(said, entry.post);
  return { key: keyOf(entry.page, entry.body?.checksum, said, engine, setup), text };
}

type KeySetup = Pick<RenderSetup, "maker" | "lang" | "engine">;

/**
 * All that a page is made of: its own data, its body (of which `checksum` is), the texts of the layouts and includes that it may
 * use, and those values of `site` that they name.
 */
function keyOf(page: Page, checksum: number | undefined, said: SaidPage, engine: Engine, setup: KeySetup): string {
  const { body, list } = page;
  return digest([
    layoutKey(engine, page.layout, setup),
    said.frame,
    said.data,
    list ? `${JSON.stringify(list.pager)} ${list.posts.map(linkKey).join(" ")}` : "",
    // All of a post follows from its bytes and the maker.
    body.type === "post" ? `${body.post.path} ${body.post.hash} ${checksum} ${said.addresses}` : "",
    body.type === "source"
      ? `${JSON.stringify(body)} ${textKey(body.text, page.source ?? page.output, engine, setup)}`
      : "",
  ]);
}

/** What is kept of a post's page: all that it is made of but the post, and what the last build knew of that. */
export interface PageText {
  readonly page: Omit<Page, "body" | "data">;
  readonly data: Page["data"];
  readonly addresses: readonly [urls: readonly string[], pictures: PagePictures | null];
  readonly outside: string;
  readonly removals: readonly RemovalCount[];
}

type PagePictures = Extract<Page["body"], { type: "post" }>["pictures"];

/** The JSON of a `PageText`. */
function printPageText({ frame, data, addresses }: SaidPage, post: NonNullable<PageToRender["post"]>): string {
  const { outside, removals } = post;
  const known = JSON.stringify({ outside, removals }).slice(1);
  return `{"page":${frame},"data":${data},"addresses":${addresses},${known}`;
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
function layoutKey(engine: Engine, layout: string, setup: KeySetup): string {
  const keys = layoutKeys.get(engine) ?? new Map<string, string>();
  layoutKeys.set(engine, keys);
  const known = keys.get(layout);
  if (known !== undefined) return known;
  const values = valuesOf(engine.globalsUsed(layout), setup);
  const key = digest([setup.maker, setup.lang, engine.fingerprint(layout), values]);
  keys.set(layout, key);
  return key;
}

function valuesOf(used: readonly string[] | "all", { engine: { globals } }: KeySetup): string {
  return JSON.stringify(used === "all" ? globals.site : used.map((name) => globals.site[name]));
}

function textKey(text: string, file: string, engine: Engine, setup: KeySetup): string {
  try {
    const { fingerprint, globals } = engine.textDependencies(text, file);
    return `${fingerprint}\0${valuesOf(globals, setup)}`;
  } catch {
    // A broken page is told when it is rendered.
    return "";
  }
}
