import { hashOf } from "../../../lib/ruby/hash.js";
import { inspect } from "../../../lib/ruby/inspect.js";
import { deepMerge } from "../../../lib/ruby/merge.js";
import type { JekyllText } from "../../../model/jekyll/text.js";
import type { World } from "../world.js";
import { entries, HashDrop } from "./hash-drop.js";

type Getter = (text: JekyllText, world: World) => unknown;

const ofPages: Readonly<Record<string, Getter>> = {
  content: (text) => text.content,
  dir: (text) => (text.url.endsWith("/") ? text.url : folderOf(text.url)),
  excerpt: (text, world) => pageExcerpt(text, world),
  name: (text) => text.name,
  path: (text) => text.data.path ?? text.relativePath,
  url: (text) => text.url,
};

/** In the order in which Ruby lists Jekyll's methods, which `jsonify` and loops over a document show. */
const ofDocuments: Readonly<Record<string, Getter>> = {
  name: (text) => text.data.name ?? text.name,
  id: (text) => idOf(text),
  relative_path: (text) => text.relativePath,
  excerpt: (text, world) => writtenExcerpt(text) ?? world.excerpt(text),
  title: (text) => text.data.title,
  categories: (text) => text.data.categories,
  collection: (text) => text.collection?.label,
  next: (text, world) => neighbour(text, 1, world),
  tags: (text) => text.data.tags,
  previous: (text, world) => neighbour(text, -1, world),
  content: (text) => text.content,
  output: (text) => text.output,
  path: (text) => text.relativePath,
  url: (text) => text.url,
  date: (text) => text.date,
};

/** A page or a document as Liquid reads it: what Jekyll works out, then its front matter. */
export class TextDrop extends HashDrop {
  readonly #text: JekyllText;
  readonly #world: World;
  readonly #getters: Readonly<Record<string, Getter>>;

  constructor(text: JekyllText, world: World) {
    super();
    this.#text = text;
    this.#world = world;
    this.#getters = text.collection ? ofDocuments : ofPages;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const name = String(key);
    if (Object.hasOwn(this.#getters, name)) return this.#getters[name]!(this.#text, this.#world);
    const { data } = this.#text;
    return Object.hasOwn(data, name) ? (data[name] ?? this.#default(name)) : undefined;
  }

  override [entries](): readonly string[] {
    const keys = Object.keys(this.#getters);
    const own = Object.keys(this.#text.data);
    return [...new Set(this.#text.collection ? [...keys, ...own] : [...own, ...keys])];
  }

  /** A page is a hash to Jekyll, whose loops go over pairs. */
  override *[Symbol.iterator](): Generator<unknown> {
    const isHash = !this.#text.collection;
    for (const key of this[entries]()) yield isHash ? [key, this.liquidMethodMissing(key)] : key;
  }

  /** A document prints its page, a page what a hash does. */
  override toString(): string {
    if (this.#text.collection) return this.#text.output ?? this.#text.content;
    return inspect(hashOf(this[entries]().map((key) => [key, this.liquidMethodMissing(key)] as const)));
  }

  equals(other: unknown): boolean {
    return other instanceof TextDrop && other.#text === this.#text;
  }

  /** An empty value of the front matter hides no default. */
  #default(name: string): unknown {
    const { relativePath, collection, data } = this.#text;
    return deepMerge(this.#world.site.defaults(relativePath, collection?.label ?? "pages"), data)[name];
  }
}

/** `page` while a page is rendered: its content stays what was read, where that of a document becomes HTML. */
export class PageDrop extends TextDrop {
  readonly #source: string;

  constructor(text: JekyllText, world: World) {
    super(text, world);
    this.#source = text.source;
  }

  override liquidMethodMissing(key: string | number): unknown {
    return key === "content" ? this.#source : super.liquidMethodMissing(key);
  }
}

/** `page` while an excerpt is rendered, which has none of its own. */
export class ExcerptDrop extends TextDrop {
  override liquidMethodMissing(key: string | number): unknown {
    if (key === "excerpt") return undefined;
    const value = super.liquidMethodMissing(key);
    if (key === "id") return `${value}#excerpt`;
    return key === "path" || key === "relative_path" ? `${value}/#excerpt` : value;
  }
}

const drops = new WeakMap<JekyllText, TextDrop>();

/** The drop of a text, always the same one, so that Liquid can tell whether two are equal. */
export function dropOf(text: JekyllText, world: World): TextDrop {
  let drop = drops.get(text);
  if (!drop) {
    drop = new TextDrop(text, world);
    drops.set(text, drop);
  }
  return drop;
}

/** Identifies a document for feeds: the folder of its URL and its slug. */
export function idOf({ url, data, basename }: JekyllText): string {
  return `${folderOf(url.replace(/\/$/, ""))}${String(data.slug ?? basename)}`;
}

/** `/a/b` → `/a/`. */
function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf("/") + 1) || "/";
}

/** `excerpt: false` is no excerpt. */
function writtenExcerpt({ data }: JekyllText): unknown {
  return (data.excerpt ?? false) === false ? undefined : data.excerpt;
}

function pageExcerpt(text: JekyllText, world: World): unknown {
  const written = writtenExcerpt(text);
  if (written !== undefined) return written;
  return world.site.config.values.page_excerpts === true && text.isHtml ? world.excerpt(text) : undefined;
}

function neighbour(text: JekyllText, step: 1 | -1, world: World): TextDrop | undefined {
  const { documents } = text.collection!;
  const index = documents.indexOf(text);
  const found = index < 0 ? undefined : documents[index + step];
  return found && dropOf(found, world);
}

/** The ten newest other posts. */
export function relatedPosts(text: JekyllText, world: World): TextDrop[] {
  const { documents } = world.site.posts;
  if (documents.length < 2) return [];
  const newest = documents.slice(-11).reverse();
  return newest
    .filter((post) => post !== text)
    .slice(0, 10)
    .map((post) => dropOf(post, world));
}
