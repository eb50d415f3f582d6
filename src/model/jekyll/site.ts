import type { Hash } from "../../lib/ruby/hash.js";
import type { RubyTime } from "../../lib/ruby/time.js";
import type { Message } from "../message.js";
import type { JekyllConfig } from "./config.js";
import type { FrontMatterDefaults } from "./defaults.js";
import type { JekyllText } from "./text.js";

/** A file that is published as it is. */
export interface StaticFile {
  /** Absolute path. */
  readonly path: string;
  /** Relative to the source with a slash in front; below `collections_dir` without that. */
  readonly relativePath: string;
  readonly name: string;
  readonly extension: string;
  readonly modified: RubyTime;
  readonly url: string;
  readonly data: Hash;
  readonly collection?: Collection;
  /** Whether it is to be written. */
  readonly published: boolean;
}

/** The posts or another collection: documents in order, and the files among them. */
export interface Collection {
  readonly label: string;
  /** Its settings in the configuration. */
  readonly settings: Hash;
  /** Absolute path. */
  readonly directory: string;
  /** `_label`. */
  readonly relativeDirectory: string;
  readonly output: boolean;
  /** Oldest first, or as the settings say. */
  documents: JekyllText[];
  readonly files: StaticFile[];
}

export interface JekyllLayout {
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  readonly relativePath: string;
  readonly data: Hash;
  readonly content: string;
  /** 1-based line of the file on which the content begins. */
  readonly contentLine: number;
}

/** A Jekyll site as it was read: what generators add to and what rendering goes through. */
export interface JekyllSite {
  readonly config: JekyllConfig;
  readonly time: RubyTime;
  readonly defaults: FrontMatterDefaults;
  readonly layouts: ReadonlyMap<string, JekyllLayout>;
  /** Absolute folders that includes are looked for in. */
  readonly includeFolders: readonly string[];
  /** Absolute path of the theme's folder. */
  readonly theme?: string;
  /** The posts among them, first. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly posts: Collection;
  readonly pages: JekyllText[];
  readonly staticFiles: StaticFile[];
  readonly data: Hash;
  readonly messages: Message[];
}

/** Every file that is written, in Jekyll's order. */
export function writtenTexts(site: JekyllSite): readonly JekyllText[] {
  return [...site.pages, ...allDocuments(site).filter((document) => document.isWritten)];
}

export function allDocuments(site: JekyllSite): readonly JekyllText[] {
  return [...site.collections.values()].flatMap(({ documents }) => documents);
}
