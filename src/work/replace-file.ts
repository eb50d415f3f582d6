import fs, { chmodSync, realpathSync, statSync } from "node:fs";
import { writeDurably } from "../lib/file-system.js";

/** Replaces a file of the author's whole. A link stays a link, and a file keeps its rights. */
export function replaceFile(file: string, contents: string | Uint8Array): void {
  const target = realpathSync(file);
  const { mode } = statSync(target);
  writeDurably(fs, target, contents);
  chmodSync(target, mode);
}
