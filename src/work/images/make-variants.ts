import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MadeVariants, StoredVariant } from "../../cache/image-store.js";
import { shortHash } from "../../lib/hash.js";
import type { SourceFile } from "../../loader/list.js";
import type { ImageSettings } from "../../model/config.js";
import type { ImageFacts } from "./image-facts.js";
import type { Sharp, SharpImage } from "./load-sharp.js";

/** Pixels; a larger picture would take gigabytes once it is unpacked. */
const MOST_PIXELS = 100_000_000;

/** Seconds for one file. */
const LONGEST = 30;

/** Kinds of picture that may become a WebP of the same look. A GIF is nearly always there because it moves. */
const kinds = new Set(["png", "jpg", "webp", "avif", "bmp"]);

/** Bytes that no reader waits for. */
const SMALL = 10_000;

/** Whether narrower files of a picture may be worth making. `size`: bytes of its file. */
export function mayHaveVariants({ kind, isAnimated }: ImageFacts, { size }: SourceFile): boolean {
  return kinds.has(kind) && !isAnimated && size > SMALL;
}

/** Equal for files that would be the same. `hash`: of the original's bytes. */
export function keyOfVariants(hash: string, { widths, quality }: ImageSettings): string {
  return shortHash(JSON.stringify([1, hash, widths, quality]));
}

/**
 * Writes a picture as WebP, in the widths that are wanted and in its own, into the folder of the store. What comes out no
 * smaller than the original is left out; in its full width the original stands in the list then.
 */
export async function makeVariants(
  sharp: Sharp,
  { absolutePath, size }: SourceFile,
  facts: ImageFacts,
  settings: ImageSettings,
  store: { readonly folder: string; readonly key: string },
): Promise<MadeVariants> {
  const { key, folder } = store;
  const open = (): SharpImage => sharp(absolutePath, { limitInputPixels: MOST_PIXELS }).timeout({ seconds: LONGEST });
  try {
    const { pages = 1 } = await open().metadata();
    if (pages > 1) return { key, variants: [] };
    const variants: StoredVariant[] = [];
    for (const width of widthsFor(facts.width, settings.widths)) {
      const bytes = await open().autoOrient().resize({ width }).webp(encoding(facts, settings)).toBuffer();
      if (bytes.length < size) variants.push(keep(bytes, width, folder, key));
      else if (width === facts.width && variants.length > 0) variants.push({ width, name: "", size });
    }
    return { key, variants };
  } catch (error) {
    return { key, variants: [], failure: String((error as Error).message).split("\n", 1)[0]! };
  }
}

/** Never wider than the picture itself, which comes last unless it is wider than anybody wants. */
function widthsFor(own: number, wanted: readonly number[]): readonly number[] {
  const narrower = wanted.filter((width) => width < own);
  return narrower.length < wanted.length ? [...narrower, own] : narrower;
}

/** Screenshots and drawings keep their sharp edges. */
function encoding({ kind }: ImageFacts, { quality }: ImageSettings): object {
  return kind === "png" || kind === "bmp" ? { nearLossless: true, quality: 60 } : { quality };
}

function keep(bytes: Buffer, width: number, folder: string, key: string): StoredVariant {
  const name = `${key}-${width}.webp`;
  const file = join(folder, name);
  const isThere = statSync(file, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(file).equals(bytes);
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
  }
  return { width, name, size: bytes.length };
}
