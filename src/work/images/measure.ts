import { readFileSync } from "node:fs";
import type { ImageEntry, ImageStore } from "../../cache/image-store.js";
import { contentHash } from "../../lib/hash.js";
import type { SourceFile } from "../../loader/list.js";
import { GRAIN } from "../grain.js";
import { type ImageFacts, readImageFacts } from "./image-facts.js";

/** What is known of a file, from the store where it is still the same. `withHash`: the hash of its bytes is wanted, too. */
export function measureFile(
  file: SourceFile,
  store: ImageStore<ImageFacts>,
  withHash: boolean,
): ImageEntry<ImageFacts> {
  const known = store.find(file.path);
  if (known && isSame(file, known, store.written) && (!withHash || known.contentHash !== "")) return known;
  const hash = withHash ? contentHash(readFileSync(file.absolutePath)) : "";
  const isSameContent = known !== undefined && hash !== "" && hash === known.contentHash;
  const entry = {
    size: file.size,
    modified: file.modified,
    contentHash: hash,
    facts: isSameContent ? known.facts : (readImageFacts(file.absolutePath) ?? null),
    ...(isSameContent && known.made ? { made: known.made } : {}),
  };
  store.put(file.path, entry);
  return entry;
}

function isSame(file: SourceFile, known: ImageEntry<ImageFacts>, written: number): boolean {
  return file.size === known.size && file.modified === known.modified && file.modified < written - GRAIN;
}
