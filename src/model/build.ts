import type { Config } from "./config.js";
import type { Message } from "./message.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";

/** What a build is asked to do. What is left out comes from `_config.yml`, then from the defaults. */
export interface BuildOptions {
  /** Folder of the site; relative paths start at the current folder. */
  readonly source?: string;
  readonly destination?: string;
  /** Configuration files in order; the later ones win. */
  readonly config?: readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly unpublished?: boolean;
  readonly limitPosts?: number;
  readonly baseurl?: string;
  /** Warnings stop the build as errors do. */
  readonly strict?: boolean;
  /** Publish the good posts although others have errors. */
  readonly keepGoing?: boolean;
  /** Forget what earlier builds have cached. */
  readonly clean?: boolean;
  /** Write into a folder that holds files which no earlier build made. */
  readonly force?: boolean;
  readonly profile?: boolean;
  /** Of the Jekyll shape: links may not lead out of the source, and only whitelisted plugins run. */
  readonly safe?: boolean;
  /** Of the Jekyll shape: keeps Jekyll's list of what was built from what. */
  readonly incremental?: boolean;
  /** Of the Jekyll shape: `false` keeps no converted Markdown. */
  readonly diskCache?: boolean;
  /** Of the Jekyll shape: the folder of the layouts. */
  readonly layoutsFolder?: string;
  /** Of the Jekyll shape: broken front matter is an error. */
  readonly strictFrontMatter?: boolean;
  /** Tells what is being done, step by step. */
  readonly verbose?: boolean;
  readonly onProgress?: (event: Progress) => void;
}

export interface Progress {
  readonly phase: "read" | "images" | "cards" | "render" | "write" | "ask" | "fetch";
  readonly done: number;
  readonly total: number;
}

/** What became of a build: everything that the report prints. */
export interface BuildResult {
  /** `false`: nothing was written, the last good site stands. */
  readonly ok: boolean;
  readonly messages: readonly Message[];
  readonly skipped: readonly Skipped[];
  readonly config: Config;
  readonly written: Written;
  readonly counts: BuildCounts;
  /** What the cleaning took out of the posts, most frequent first. */
  readonly removals: readonly Removal[];
  readonly milliseconds: number;
  readonly profile?: Profile;
}

export interface BuildCounts {
  readonly posts: number;
  readonly pages: number;
  /** Posts whose processing was spared. */
  readonly fromCache: number;
  /** All files of the site and their bytes, unchanged ones included. */
  readonly files: number;
  readonly bytes: number;
}

/** A post that was not published. */
export interface Skipped {
  readonly path: string;
  readonly why: "draft" | "future" | "unpublished" | "expired" | "unreadable";
  /** When it will be published: date and time with offset. */
  readonly until?: string;
}

/** Files of the destination, relative to it, with `/`, sorted. */
export interface Written {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** All removals of one rule, over all posts. */
export interface Removal {
  readonly rule: string;
  readonly count: number;
  readonly posts: number;
}

/** What a stage took: of the clock, and of all processors together. */
export interface Stage {
  readonly name: string;
  readonly milliseconds: number;
  readonly cpu: number;
}

export interface Profile {
  readonly stages: readonly Stage[];
  readonly slowestPosts: readonly { readonly path: string; readonly milliseconds: number }[];
  /** Of the Jekyll shape: slowest first. */
  readonly templates?: readonly TemplateProfile[];
}

/** What a template took, all its renderings together. */
export interface TemplateProfile {
  readonly path: string;
  readonly count: number;
  /** Bytes that came out. */
  readonly size: number;
  readonly milliseconds: number;
}

/** The result of a build that had something to do, with the model of the site. */
export interface BuiltSite extends BuildResult {
  readonly site: Site;
  readonly pages: readonly Page[];
}

/** The model of a site that was read, but not rendered. */
export interface LoadedSite {
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly messages: readonly Message[];
  readonly skipped: readonly Skipped[];
}
