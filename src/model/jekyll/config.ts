import type { Hash } from "../../lib/ruby/hash.js";
import type { Message } from "../message.js";

/** A Jekyll site's configuration: Jekyll's defaults, `_config.yml` and the command line, merged as Jekyll merges them. */
export interface JekyllConfig {
  /** Warnings about the configuration itself. */
  readonly messages: readonly Message[];
  /** All keys, Jekyll's and the owner's own: what Liquid reads as `site.key`. */
  readonly values: Hash;
  /** Absolute paths. */
  readonly source: string;
  readonly destination: string;
  /** IANA name of the zone that dates are read and shown in. */
  readonly timezone: string;
  /** `JEKYLL_ENV`, or `development`. */
  readonly environment: string;
  /** Without slashes at the ends; the collections' one is empty unless it is set. */
  readonly folders: {
    readonly layouts: string;
    readonly includes: string;
    readonly data: string;
    readonly collections: string;
    readonly cache: string;
  };
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly keepFiles: readonly string[];
  /** Names of plugins, whichever key of the configuration named them. */
  readonly plugins: ReadonlySet<string>;
  readonly collections: Readonly<Record<string, Hash>>;
  readonly markdownExtensions: ReadonlySet<string>;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly unpublished: boolean;
  readonly limitPosts: number;
  readonly safe: boolean;
  readonly incremental: boolean;
  readonly diskCache: boolean;
  readonly strictFrontMatter: boolean;
  readonly excerptSeparator: string;
  readonly baseurl: string;
  readonly url: string;
  /** As written: a style's name or a template. */
  readonly permalink: string;
  /** `false`: posts are the owner's own and may hold scripts. */
  readonly sanitize: boolean;
  readonly liquid: {
    readonly strictFilters: boolean;
    readonly strictVariables: boolean;
    /** What is done with markup that is written wrong; `warn` is the usual. */
    readonly errorMode: "lax" | "warn" | "strict";
  };
}
