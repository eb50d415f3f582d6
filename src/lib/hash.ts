import { createHash, hash } from "node:crypto";

/** Short name for something long, for file names: 16 hexadecimal digits of its SHA-256. */
export function shortHash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Tells a file's content from every other. */
export function contentHash(bytes: Uint8Array): string {
  return hash("sha256", bytes, "base64url");
}
