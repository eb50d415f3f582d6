import type { Author } from "./front-matter.js";

/** What the site's owner asked for: `_config.yml` and the command line, with every default filled in. */
export interface Config {
  /** Absolute path of the site's folder. */
  readonly source: string;
  /** Absolute path of the output folder. */
  readonly destination: string;
  readonly title: string;
  readonly description: string;
  /** Origin of the published site without a slash at the end, or empty. */
  readonly url: string;
  /** Path under which the site lives: empty, or `/blog`. */
  readonly baseurl: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** IANA name. */
  readonly timezone: string;
  readonly author?: Author;
  readonly permalink: string;
  /** Posts on a page of a list. */
  readonly paginate: number;
  /** Path of the home page's further pages, with `:num`. */
  readonly paginatePath: string;
  readonly limitPosts: number;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly unpublished: boolean;
  readonly folders: Folders;
  /** Posts in the feed. */
  readonly feedLimit: number;
  readonly feedContent: "full" | "summary";
  /** Taxonomies whose terms have a feed each. */
  readonly feedsOf: readonly ("tags" | "categories")[];
  readonly menu: readonly MenuEntry[];
  readonly social: readonly MenuEntry[];
  readonly license?: { readonly name: string; readonly url?: string };
  /** `false` gives Jekyll's behaviour: `{{ }}` in layouts does not escape. */
  readonly autoescape: boolean;
  /** The owner's own policy, or empty for none; undefined means the usual one. */
  readonly contentSecurityPolicy?: string;
  /** Posts with a source name it as canonical, so that search engines see the repost as one. */
  readonly canonicalToSource: boolean;
  /** The path of each post's source leads to the post, for sites that take over the domain of the old one. */
  readonly redirectSources: boolean;
  readonly externalLinks: ExternalLinks;
  /** How narrower files are made of the pictures that posts show; without it none are. */
  readonly images?: ImageSettings;
  /** The owner's settings of a service for comments; layouts decide what becomes of them. */
  readonly comments?: unknown;
  /** How cards of the posts are drawn for services that show links; without it none are. */
  readonly cards?: CardSettings;
  /** Whether readers can search the posts. */
  readonly search: boolean;
  readonly pipeline: PipelineOptions;
  /** Keys that Pumice does not know: layouts read them as `site.key`. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** `pumice.config.js`. */
export interface OwnCode {
  /** Absolute path. */
  readonly file: string;
  /** The file and all that it imports from the site: absolute paths. */
  readonly files: readonly string[];
  /** Of all of them. */
  readonly hash: string;
}

/** Relative to the source, without slashes at the ends. */
export interface Folders {
  readonly posts: string;
  readonly drafts: string;
  readonly pages: string;
  readonly layouts: string;
  readonly includes: string;
  readonly assets: string;
  readonly data: string;
}

/** How `pumice check --external` asks other hosts. */
export interface ExternalLinks {
  /** Hosts, and beginnings of addresses, that are not asked. */
  readonly ignore: readonly string[];
  /** Milliseconds for each request. */
  readonly timeout: number;
  /** Hosts of the own machine and network may be asked, too. */
  readonly allowPrivate: boolean;
}

export interface ImageSettings {
  /** Pixels, the narrowest first. */
  readonly widths: readonly number[];
  /** Of a WebP made of a photograph: 1 to 100. */
  readonly quality: number;
  /** How wide pictures are shown, as the attribute `sizes` says it. */
  readonly sizes: string;
}

export interface CardSettings {
  /** Name of the font, as the system knows it. */
  readonly family: string;
  /** Absolute path of a file with a font that the system does not know. */
  readonly file?: string;
}

export interface MenuEntry {
  readonly title: string;
  /** Site path or whole URL. */
  readonly url: string;
}

/**
 * All that the processing of one post depends on besides its file. Its hash is a part of each post's cache key, so what is
 * not needed there must not be here.
 */
export interface PipelineOptions {
  readonly timezone: string;
  readonly lang: string;
  /** Hosts whose absolute URLs are links within the site: the site's own and its former ones. */
  readonly ownHosts: readonly string[];
  /** Hosts of random pictures: a cover from there is no content. */
  readonly randomImageHosts: readonly string[];
  /** `false` leaves the body's tags and attributes as they are (for owners who trust their posts). */
  readonly sanitize: boolean;
  readonly highlight: boolean;
  /** Names of categories and tags that mean "none". */
  readonly noCategories: readonly string[];
  readonly excerptSeparator: string;
  /** `false`: posts have no dates, as the chapters of a manual. */
  readonly dates: boolean;
  readonly ownCode?: OwnCode;
}
