import type { BuildOptions } from "./build.js";
import type { Message } from "./message.js";

export interface ImportImagesOptions extends BuildOptions {
  /** Fetch and change nothing, only count. */
  readonly dryRun?: boolean;
}

/** What became of the pictures that posts show from other hosts. */
export interface ImportedImages {
  /** Absolute path of the site's folder. */
  readonly source: string;
  /** Folder of the pictures, relative to the source. */
  readonly folder: string;
  /** Different pictures that the posts show from other hosts. */
  readonly wanted: number;
  readonly hosts: number;
  /** Pictures that were fetched now, and their bytes. */
  readonly fetched: number;
  readonly bytes: number;
  /** Pictures that an earlier run had fetched. */
  readonly known: number;
  /** Paths of the posts that name the copies now. */
  readonly posts: readonly string[];
  /** Pictures that could not be had, at their places. */
  readonly messages: readonly Message[];
}
