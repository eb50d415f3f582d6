import { closeSync, openSync, statSync, writeSync } from "node:fs";

/**
 * A file at whose end several threads put bytes at the same time. Plain data, so that they can be told of it; what they put
 * there need not cross the threads, nor wait in memory for another one to collect its garbage.
 */
export interface GrowingFile {
  readonly path: string;
  /** Where the next bytes come: one number that all threads share. */
  readonly end: BigInt64Array;
}

/** Puts bytes at the end of a file and says where they begin. */
export type PutBytes = (bytes: Uint8Array) => number;

/** A file to which something is to be added; an empty one where there is none. */
export function growingFile(path: string): GrowingFile {
  closeSync(openSync(path, "a"));
  const end = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  end[0] = BigInt(statSync(path).size);
  return { path, end };
}

/** Bytes in the file, and those that are being put there. */
export function sizeOf({ end }: GrowingFile): number {
  return Number(Atomics.load(end, 0));
}

/** Opens the file for as long as `use` takes. */
export function addTo<T>({ path, end }: GrowingFile, use: (put: PutBytes) => T): T {
  // Not for appending: then the system would choose the place.
  const descriptor = openSync(path, "r+");
  try {
    return use((bytes) => {
      const start = Number(Atomics.add(end, 0, BigInt(bytes.length)));
      for (let done = 0; done < bytes.length; )
        done += writeSync(descriptor, bytes, done, bytes.length - done, start + done);
      return start;
    });
  } finally {
    closeSync(descriptor);
  }
}
