import type { Hash } from "../../lib/ruby/hash.js";
import type { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllConfig } from "./config.js";
import { documentPlaceholders } from "./placeholders.js";
import type { Collection } from "./site.js";
import { fillPageTemplate, fillTemplate, outputPathOf, withStyleSuffix } from "./url.js";

/** What a page or a document is made of, besides its content. */
export interface TextSource {
  /** Absolute path; a page that a plugin made has none on the disk. */
  readonly path: string;
  /** As `page.path` shows it: relative to the source, a document's to `collections_dir`. */
  readonly relativePath: string;
  readonly name: string;
  /** Where the name does not have it. */
  readonly extension?: string;
  readonly data: Hash;
  readonly content: string;
  /** 1-based line of the file on which the content begins. */
  readonly contentLine: number;
  /** Of a page that a plugin made: the address that it has whatever the permalinks say. */
  readonly url?: string;
}

/**
 * A page or a document: what Jekyll renders. It is state, not a value: its content becomes HTML while the site is rendered,
 * and what is rendered later sees that.
 */
export class JekyllText {
  readonly path: string;
  readonly relativePath: string;
  readonly name: string;
  readonly extension: string;
  readonly data: Hash;
  readonly contentLine: number;
  readonly collection: Collection | undefined;
  /** The date of a document without one: of drafts the file's, of others the build's. */
  readonly usualDate: RubyTime | undefined;
  /** The content as it was read, or as a plugin changed it before anything was rendered. */
  source: string;
  /** What layouts see as `paginator`. */
  paginator: Hash | undefined;
  /** What stands in place of the rendered text: of what leads elsewhere, and of pages that plugins make. */
  replacement: (() => string) | undefined;
  /** JSON that is written beside the output of a style sheet. */
  sourceMap: string | undefined;
  isWritten = true;
  readonly #config: JekyllConfig;
  #content: string;
  #output: string | undefined;
  #postponed: (() => void) | undefined;
  #url: string | undefined;

  constructor(source: TextSource, config: JekyllConfig, collection?: Collection, usualDate?: RubyTime) {
    this.path = source.path;
    this.relativePath = source.relativePath;
    this.name = source.name;
    this.extension = source.extension ?? extensionOf(source.name);
    this.data = source.data;
    this.source = source.content;
    this.#content = source.content;
    this.contentLine = source.contentLine;
    this.collection = collection;
    this.usualDate = usualDate;
    this.#config = config;
    this.#url = source.url;
  }

  replaceSource(source: string): void {
    this.source = source;
    this.#content = source;
  }

  /** As it was read, and HTML once it was rendered. */
  get content(): string {
    this.#renderPostponed();
    return this.#content;
  }

  set content(content: string) {
    this.#content = content;
  }

  /** The finished page. */
  get output(): string | undefined {
    this.#renderPostponed();
    return this.#output;
  }

  set output(output: string | undefined) {
    this.#output = output;
  }

  /** Leaves it unrendered until something asks for its content or output. */
  postpone(render: () => void): void {
    this.#postponed = render;
  }

  #renderPostponed(): void {
    const render = this.#postponed;
    this.#postponed = undefined;
    render?.();
  }

  /** Its path in Jekyll's messages: of documents the absolute one. */
  get shownPath(): string {
    return this.collection ? this.path : this.relativePath;
  }

  get isPost(): boolean {
    return this.collection?.label === "posts";
  }

  get isMarkdown(): boolean {
    return this.#config.markdownExtensions.has(this.extension.toLowerCase());
  }

  get isSass(): boolean {
    return this.extension === ".sass" || this.extension === ".scss";
  }

  get isYaml(): boolean {
    return this.collection !== undefined && /^\.ya?ml$/.test(this.extension);
  }

  /** File name without its extension and without dots at its end. */
  get basename(): string {
    return withoutExtension(this.name).replace(/\.+$/, "");
  }

  /** Folder of a page within the source: empty, or with a slash in front. */
  get folder(): string {
    const end = this.relativePath.lastIndexOf("/");
    return end < 0 ? "" : `/${this.relativePath.slice(0, end)}`;
  }

  get date(): RubyTime | undefined {
    this.data.date ??= this.usualDate;
    return this.data.date as RubyTime | undefined;
  }

  /** The extension of the output with its dot: the permalink's, or what the extension is converted to. */
  get outputExtension(): string {
    const permalink = this.permalink;
    const written = permalink !== undefined && !permalink.endsWith("/") ? extensionOf(permalink) : "";
    if (written !== "") return written;
    if (this.isMarkdown) return ".html";
    return this.isSass ? ".css" : this.extension;
  }

  get isHtml(): boolean {
    return [".html", ".xhtml", ".htm"].includes(this.outputExtension);
  }

  get permalink(): string | undefined {
    const { permalink } = this.data;
    return permalink === undefined || permalink === null ? undefined : String(permalink);
  }

  get url(): string {
    this.#url ??= this.collection ? this.#documentUrl(this.collection) : this.#pageUrl();
    return this.#url;
  }

  /** File below the destination, with `/`. */
  get outputPath(): string {
    // The index of a document is HTML whatever it is made of.
    return outputPathOf(this.url, this.outputExtension, this.collection ? ".html" : this.outputExtension);
  }

  #documentUrl({ settings }: Collection): string {
    const style = this.#config.permalink;
    const template = settings.permalink ?? withStyleSuffix("/:collection/:path", style);
    return fillTemplate(this.permalink ?? String(template), documentPlaceholders(this), this.relativePath);
  }

  #pageUrl(): string {
    return fillPageTemplate(this.permalink ?? this.#pageTemplate(), {
      path: this.folder,
      basename: this.basename,
      output_ext: this.outputExtension,
    });
  }

  #pageTemplate(): string {
    if (!this.isHtml) return "/:path/:basename:output_ext";
    if (this.basename === "index") return "/:path/";
    return withStyleSuffix("/:path/:basename", this.#config.permalink);
  }
}

/** `.md`, or empty: of the last segment of a path, whose first character is no dot of an extension. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /.(\.[^.]+)$/.exec(name)?.[1] ?? "";
}

export function withoutExtension(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}
