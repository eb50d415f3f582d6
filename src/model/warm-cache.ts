import type { BuildOptions } from "./build.js";
import type { Config } from "./config.js";

/** One of `count` shares, from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface WarmOptions extends BuildOptions {
  readonly shard: Shard;
}

export interface WarmedCache {
  readonly config: Config;
  /** Of the share. */
  readonly posts: number;
  /** Of all shares. */
  readonly postFiles: number;
  readonly fromCache: number;
  readonly milliseconds: number;
}

export interface MergedCaches {
  /** Posts in the cache now. */
  readonly posts: number;
  /** Folders that added nothing. */
  readonly unusable: readonly string[];
}
