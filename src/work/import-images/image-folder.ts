import fs, { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "../../lib/file-system.js";
import { shortHash } from "../../lib/hash.js";

/** The copies of pictures, named by the hash of their address: what is there needs not be fetched again. */
export interface ImageFolder {
  /** Name of the file of an address. */
  readonly find: (url: string) => string | undefined;
  readonly add: (url: string, image: { readonly bytes: Uint8Array; readonly extension: string }) => void;
}

export function openImageFolder(folder: string): ImageFolder {
  const names = new Map<string, string>();
  for (const name of filesOf(folder)) {
    const hash = /^([0-9a-f]{16})\.\w+$/.exec(name)?.[1];
    if (hash) names.set(hash, name);
  }
  return {
    find: (url) => names.get(shortHash(url)),
    add: (url, { bytes, extension }) => {
      const name = `${shortHash(url)}.${extension}`;
      mkdirSync(folder, { recursive: true });
      writeDurably(fs, join(folder, name), bytes);
      names.set(shortHash(url), name);
    },
  };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
