import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isMostlyGarbage, moveBlocks, otherPack } from "../cache/alternate-packs.js";
import { type PageKey, type PageKeys, readPageKeys, writePageKeys } from "../cache/page-keys.js";
import { openPageTexts, readPageText, type TextPlace } from "../cache/page-texts.js";
import type { Destination } from "../writer/altered.js";
import { readManifest } from "../writer/manifest.js";
import type { Place } from "../writer/place.js";
import type { KeyedPages } from "./page-key.js";

/** What the last build knew of a destination's pages, and room for what this one will. */
export interface KnownPages {
  /** Of which inputs the pages were made: only those files that are still as the last build left them. */
  readonly keys: PageKeys;
  /** What the page of a post was made of; nothing where that is damaged. */
  readonly textAt: (place: TextPlace) => string | undefined;
  /** Keeps what the page of a post is made of. */
  readonly keep: (text: string) => TextPlace;
  /** To be called after publishing: a key must never speak for a file that is not there yet. */
  readonly remember: (keyed: KeyedPages) => void;
}

export function openKnownPages(place: Place, { manifest, altered }: Destination): KnownPages {
  const folder = folderOf(place);
  const keysFile = join(folder, "keys.json");
  mkdirSync(folder, { recursive: true });
  const { pages, ...rest } = readPageKeys(keysFile);
  const pack = join(folder, rest.pack);
  if (pages.size === 0) rmSync(pack, { force: true });
  const texts = openPageTexts(pack);
  const standing = new Map<string, PageKey>();
  for (const [path, key] of pages)
    if (manifest.files.get(path)?.checksum === key.checksum && !altered.has(path)) standing.set(path, key);
  return {
    keys: { ...rest, pages: standing },
    textAt: (text) => readPageText(pack, text),
    keep: texts.put,
    remember(keyed) {
      const now = withChecksums(keyed, place);
      const blocks = Array.from(now.values(), ({ text }) => text).filter((text) => text !== undefined);
      if (!isMostlyGarbage(texts.flush(), blocks)) {
        writePageKeys(keysFile, { ...keyed, pages: now, pack: rest.pack });
        return;
      }
      const next = otherPack(rest.pack);
      const offsets = moveBlocks(pack, join(folder, next), blocks);
      const moved = new Map(blocks.map((text, at) => [text, { ...text, offset: offsets[at]! }]));
      const pages = Array.from(now, ([path, key]): [string, PageKey] => [
        path,
        key.text ? { ...key, text: moved.get(key.text)! } : key,
      ]);
      writePageKeys(keysFile, { ...keyed, pages: new Map(pages), pack: next });
      rmSync(pack, { force: true });
    },
  };
}

export function forgetPages(place: Place): void {
  rmSync(folderOf(place), { recursive: true, force: true });
}

const folderOf = (place: Place): string => join(place.folder, "pages");

function withChecksums({ pages }: KeyedPages, place: Place): ReadonlyMap<string, PageKey> {
  const { files } = readManifest(place.manifest);
  const known = new Map<string, PageKey>();
  for (const [path, key] of pages) {
    const checksum = files.get(path)?.checksum;
    if (checksum !== undefined) known.set(path, { ...key, checksum });
  }
  return known;
}
