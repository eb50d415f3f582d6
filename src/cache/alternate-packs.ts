import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { addTo, growingFile } from "./growing-file.js";

/*
 * What is added to a file and never taken out fills it in time. Then what is still used moves into another file, whose name
 * takes turns with that of the first.
 */

/** Bytes of a file. */
export interface Block {
  readonly offset: number;
  readonly length: number;
}

export const firstPack = "a.pack";

export const otherPack = (name: string): string => (name === firstPack ? "b.pack" : firstPack);

/** Garbage, in bytes, up to which a file is left as it is. */
const TOLERATED = 1_000_000;

/** Whether of a file of a size (bytes) so little is used that the rest is worth moving. */
export function isMostlyGarbage(size: number, blocks: readonly Block[]): boolean {
  const used = blocks.reduce((sum, { length }) => sum + length, 0);
  return size - used > TOLERATED && size > 2 * used;
}

/** Copies blocks into a new file, and says where each begins there. */
export function moveBlocks(from: string, to: string, blocks: readonly Block[]): readonly number[] {
  rmSync(to, { force: true });
  const source = openSync(from, "r");
  try {
    return addTo(growingFile(to), (put) =>
      blocks.map(({ offset, length }) => {
        const bytes = Buffer.allocUnsafe(length);
        readSync(source, bytes, 0, length, offset);
        return put(bytes);
      }),
    );
  } finally {
    closeSync(source);
  }
}
