import { isAscii, transcode } from "node:buffer";

/**
 * The text of well-formed UTF-8. `toString` looks for what is not well-formed and takes twice the time, or more, for Chinese.
 */
export function decodeUtf8(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString("latin1") : transcode(bytes, "utf8", "utf16le").toString("utf16le");
}
