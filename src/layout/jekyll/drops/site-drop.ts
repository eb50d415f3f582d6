import { type Hash, hashOf, type Key } from "../../../lib/ruby/hash.js";
import { toRubyText } from "../../../lib/ruby/inspect.js";
import { byDateAndPath } from "../../../model/jekyll/order.js";
import type { Collection, StaticFile } from "../../../model/jekyll/site.js";
import { extensionOf, type JekyllText } from "../../../model/jekyll/text.js";
import type { World } from "../world.js";
import { entries, HashDrop } from "./hash-drop.js";
import { dropOf, relatedPosts, type TextDrop } from "./text-drop.js";

/** In the order in which Ruby lists Jekyll's methods. */
const ofSite =
  "posts time html_pages config documents pages data categories related_posts tags static_files collections".split(" ");

/** `site` in Liquid: the configuration's keys, and all that the site consists of. */
export class SiteDrop extends HashDrop {
  readonly #world: World;
  readonly #known = new Map<string, unknown>();

  constructor(world: World) {
    super();
    this.#world = world;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const name = String(key);
    const { site, current } = this.#world;
    if (name === "related_posts") return current?.collection && relatedPosts(current, this.#world);
    if (name === "config") return undefined;
    const collection = name === "posts" ? undefined : site.collections.get(name);
    if (collection) return this.#once(name, () => this.#drops(collection));
    if (Object.hasOwn(this.#lists, name)) return this.#once(name, this.#lists[name]!);
    return Object.hasOwn(site.config.values, name) ? site.config.values[name] : undefined;
  }

  override [entries](): readonly string[] {
    return [...new Set([...ofSite, ...Object.keys(this.#world.site.config.values)])];
  }

  override toString(): string {
    return "Jekyll::Drops::SiteDrop";
  }

  readonly #lists: Readonly<Record<string, () => unknown>> = {
    time: () => this.#world.site.time,
    data: () => this.#world.site.config.values.data ?? this.#world.site.data,
    posts: () => this.#drops(this.#world.site.posts).reverse(),
    pages: () => this.#world.site.pages.map((page) => dropOf(page, this.#world)),
    html_pages: () =>
      this.#world.site.pages
        .filter((page) => page.isHtml || page.url.endsWith("/"))
        .map((page) => dropOf(page, this.#world)),
    static_files: () => this.#world.site.staticFiles.map((file) => new StaticFileDrop(file)),
    documents: () =>
      [...this.#world.site.collections.values()].flatMap((collection) => [
        ...this.#drops(collection),
        ...collection.files.map((file) => new StaticFileDrop(file)),
      ]),
    collections: () =>
      [...this.#world.site.collections.values()]
        .sort((a, b) => (a.label < b.label ? -1 : 1))
        .map((collection) => new CollectionDrop(collection, this.#world)),
    tags: () => this.#postsBy("tags"),
    categories: () => this.#postsBy("categories"),
  };

  /** Lists do not change while the site is rendered. */
  #once(name: string, make: () => unknown): unknown {
    if (!this.#known.has(name)) this.#known.set(name, make());
    return this.#known.get(name);
  }

  #drops({ documents }: Collection): TextDrop[] {
    return documents.map((document) => dropOf(document, this.#world));
  }

  /** Posts under each of their terms, newest first; one that names a term twice is there twice. */
  #postsBy(key: "tags" | "categories"): Hash {
    const termsOf = ({ data }: JekyllText): Key[] => ((data[key] as unknown[] | undefined) ?? []).map(termKey);
    const { documents } = this.#world.site.posts;
    const groups = new Map(documents.flatMap((post) => termsOf(post).map((term) => [term, [] as TextDrop[]])));
    for (const post of documents.toSorted(byDateAndPath).reverse())
      for (const term of termsOf(post)) groups.get(term)!.push(dropOf(post, this.#world));
    return hashOf(groups);
  }
}

const termKey = (term: unknown): Key => (typeof term === "number" ? term : toRubyText(term));

/** An entry of `site.collections`. */
export class CollectionDrop extends HashDrop {
  readonly #collection: Collection;
  readonly #world: World;

  constructor(collection: Collection, world: World) {
    super();
    this.#collection = collection;
    this.#world = world;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const { label, directory, relativeDirectory, output, documents, files, settings } = this.#collection;
    const own: Readonly<Record<string, () => unknown>> = {
      label: () => label,
      docs: () => documents.map((document) => dropOf(document, this.#world)),
      files: () => files.map((file) => new StaticFileDrop(file)),
      directory: () => directory,
      relative_directory: () => relativeDirectory,
      output: () => output,
    };
    return Object.hasOwn(own, String(key)) ? own[String(key)]!() : settings[String(key)];
  }

  /** Printed whole it is the list of its documents, as Ruby inspects them. */
  override toString(): string {
    const { documents, label } = this.#collection;
    return `[${documents.map(({ relativePath }) => `#<Jekyll::Document ${relativePath} collection=${label}>`).join(", ")}]`;
  }

  override [entries](): readonly string[] {
    const own = ["label", "files", "docs", "output", "relative_directory", "directory"];
    return [...new Set([...own, ...Object.keys(this.#collection.settings)])];
  }
}

/** An entry of `site.static_files`. */
export class StaticFileDrop extends HashDrop {
  readonly #file: StaticFile;

  constructor(file: StaticFile) {
    super();
    this.#file = file;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const { name, relativePath, modified, extension, collection, data } = this.#file;
    const own: Readonly<Record<string, unknown>> = {
      name,
      path: relativePath,
      extname: extension,
      basename: name.slice(0, name.length - extensionOf(name).length).replace(/\.+$/, ""),
      modified_time: modified,
      collection: collection?.label,
    };
    return Object.hasOwn(own, String(key)) ? own[String(key)] : data[String(key)];
  }

  override toString(): string {
    return "Jekyll::Drops::StaticFileDrop";
  }

  override [entries](): readonly string[] {
    return ["name", "basename", "extname", "path", "collection", "modified_time", ...Object.keys(this.#file.data)];
  }
}
