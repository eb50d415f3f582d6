import { join } from "node:path";
import { openPostStore, type PostStore, type StoredPost } from "../cache/post-store.js";
import { programFingerprint } from "../lib/program-fingerprint.js";
import type { Config } from "../model/config.js";

/** The processed posts of a site, in its state folder; those that another program or configuration made are forgotten. */
export function openSiteStore(state: string, config: Config): PostStore {
  return openPostStore(storeFolder(state), makerOf(config));
}

/** All that a processed post depends on besides its file. */
export function makerOf(config: Config): string {
  const { ownCode, ...options } = config.pipeline;
  return `${programFingerprint()} ${JSON.stringify(options)}${ownCode ? ` ${ownCode.hash}` : ""}`;
}

export function storeFolder(state: string): string {
  return join(state, "posts");
}

/** A post's finished HTML by its path; undefined for a post that is not of the site. */
export type BodyReader = (path: string) => string | undefined;

export function bodyReader(stored: ReadonlyMap<string, StoredPost>, store: PostStore): BodyReader {
  return (path) => {
    const found = stored.get(path);
    return found && store.readBody(found.body);
  };
}
