import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Block } from "./alternate-packs.js";
import { addTo, growingFile, sizeOf } from "./growing-file.js";

/*
 * What the pages of posts are made of besides the posts: a text for each, in one file, so that a page can be made anew
 * without the model of the site.
 */

/** Where a text lies: bytes, and their CRC-32. */
export interface TextPlace extends Block {
  readonly checksum: number;
}

export interface PageTexts {
  /** Adds a text, and says where it will lie. */
  put(text: string): TextPlace;
  /** Writes what waits, and returns the size of the file in bytes. */
  flush(): number;
}

/** Bytes that are written at a time. */
const PIECE = 1 << 18;

/** Opens the file of texts for one who adds to it, alone; an empty one where there is none. */
export function openPageTexts(path: string): PageTexts {
  const file = growingFile(path);
  let end = sizeOf(file);
  let waiting: Uint8Array[] = [];
  let bytesWaiting = 0;

  function flush(): number {
    if (bytesWaiting > 0) addTo(file, (put) => put(Buffer.concat(waiting)));
    waiting = [];
    bytesWaiting = 0;
    return end;
  }

  return {
    put(text) {
      const bytes = Buffer.from(text);
      const place = { offset: end, length: bytes.length, checksum: crc32(bytes) };
      end += bytes.length;
      bytesWaiting += bytes.length;
      waiting.push(bytes);
      if (bytesWaiting > PIECE) flush();
      return place;
    },
    flush,
  };
}

/** The text at a place; nothing where it is not what was put there. */
export function readPageText(path: string, { offset, length, checksum }: TextPlace): string | undefined {
  try {
    const descriptor = openSync(path, "r");
    try {
      const bytes = Buffer.allocUnsafe(length);
      const isWhole = readSync(descriptor, bytes, 0, length, offset) === length && crc32(bytes) === checksum;
      return isWhole ? bytes.toString() : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
