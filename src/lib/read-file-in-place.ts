import { closeSync, openSync, readFileSync, readSync } from "node:fs";

const room = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * The bytes of a file, which last until the next one is read: to allocate memory for each of thousands of files, and to ask
 * how large it is, takes as long as to read it.
 */
export function readFileInPlace(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    for (let end = 0; end < room.length; ) {
      const read = readSync(descriptor, room, end, room.length - end, null);
      if (read === 0) return room.subarray(0, end);
      end += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return readFileSync(path);
}
