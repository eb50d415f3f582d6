import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { OwnCode } from "../model/config.js";

const names = ["pumice.config.js", "pumice.config.mjs", "pumice.config.ts"];

/** The program of a site's own that stands beside its configuration, with the hash of all its local files. */
export function findOwnCode(source: string): OwnCode | undefined {
  for (const name of names) {
    const file = join(source, name);
    if (textOf(file) !== undefined) return { file, ...readAll(file) };
  }
  return undefined;
}

/** Follows relative imports: what another module says is a part of what the first one does. */
function readAll(file: string): Pick<OwnCode, "files" | "hash"> {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = textOf(path);
    hash.update(`\0${text ?? ""}`);
    for (const [, specifier] of (text ?? "").matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
      waiting.push(resolve(dirname(path), specifier!));
    }
  }
  return { files: [...seen], hash: hash.digest("hex").slice(0, 16) };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
