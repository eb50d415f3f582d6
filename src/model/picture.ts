import { dirname, normalize } from "node:path/posix";
import { decodePercent } from "../lib/percent.js";
import type { Config } from "./config.js";
import type { Post } from "./post.js";
import { encodePath } from "./segment.js";

/** A picture of the site that posts show. */
export interface Picture {
  /** Pixels, of the picture as browsers turn it. */
  readonly width: number;
  readonly height: number;
  /** Files of the same picture in several widths, the narrowest first; empty where the original alone is good enough. */
  readonly variants: readonly PictureVariant[];
}

export interface PictureVariant {
  /** Pixels. */
  readonly width: number;
  /** File in the destination, decoded. */
  readonly output: string;
  /** Absolute path of the file that is to be copied there; none for the original, which is published anyway. */
  readonly cached?: string;
}

/** By the original's file in the destination, which is also its path relative to the source. */
export type Pictures = ReadonlyMap<string, Picture>;

export const noPictures: Pictures = new Map();

export interface FilesOfSite {
  readonly config: Pick<Config, "baseurl" | "folders">;
  readonly attachments: ReadonlySet<string>;
}

/** The file that a local address in a post means: among the posts, as the author saw it beside the post, or below the assets. */
export function fileShown(url: string, post: Pick<Post, "path">, files: FilesOfSite): string | undefined {
  return attachmentOf(url, post, files.attachments) ?? fileOfSitePath(url, files);
}

/** The file among the posts that a relative URL means. */
export function attachmentOf(
  url: string,
  post: Pick<Post, "path">,
  attachments: ReadonlySet<string>,
): string | undefined {
  if (attachments.size === 0 || /^[a-z][a-z0-9+.-]*:|^[/\\#?]/i.test(url)) return undefined;
  const clean = pathOf(url);
  const candidates = [dirname(post.path), post.path.replace(/\.[^./]+$/, "")];
  return candidates.map((folder) => normalize(`${folder}/${clean}`)).find((path) => attachments.has(path));
}

function fileOfSitePath(url: string, { config: { baseurl, folders }, attachments }: FilesOfSite): string | undefined {
  if (!/^\/(?![/\\])/.test(url)) return undefined;
  const path = normalize(pathOf(url.startsWith(`${baseurl}/`) ? url.slice(baseurl.length) : url)).slice(1);
  return attachments.has(path) || path.startsWith(`${folders.assets}/`) ? path : undefined;
}

const pathOf = (url: string): string => decodePercent(url.replace(/[?#].*$/s, ""));

/** The variants as the value of a `srcset`; empty where there are none. */
export function srcsetOf({ variants }: Picture, baseurl: string): string {
  // A comma at the end of an address would end it; elsewhere it is none of a browser's business.
  return variants.map(({ width, output }) => `${baseurl}/${encodePath(output)} ${width}w`).join(", ");
}
