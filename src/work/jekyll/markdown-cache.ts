import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { shortHash } from "../../lib/hash.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";

/** Converted Markdown by its text. */
export interface MarkdownCache {
  get(text: string, convert: () => string): string;
}

/** Shorter texts are converted more quickly than a file is read. */
const worthAFile = 2_000;
const hashLength = shortHash("").length;

/**
 * Keeps converted Markdown in memory and, unless the site is built in safe mode or without a disk cache, in its cache
 * folder, beside Ruby's own files. `program` changes with what converts.
 */
export function createMarkdownCache(config: JekyllConfig, program: string): MarkdownCache {
  const known = new Map<string, string>();
  const folder = config.diskCache ? openFolder(config) : undefined;
  const salt = `${program}\0${JSON.stringify(config.values.kramdown)}\0${String(config.values.highlighter)}\0`;
  return {
    get(text, convert) {
      const inMemory = known.get(text);
      if (inMemory !== undefined) return inMemory;
      const html = folder && text.length > worthAFile ? onDisk(folder, shortHash(salt + text), convert) : convert();
      known.set(text, html);
      return html;
    },
  };
}

function openFolder({ source, folders }: JekyllConfig): string {
  const cache = join(source, folders.cache);
  mkdirSync(join(cache, "Jekyll/Cache/Jekyll--Cache"), { recursive: true });
  writeFileSync(join(cache, ".gitignore"), "# ignore everything in this directory\n*\n");
  return join(cache, "Jekyll/Cache/Pumice--Markdown");
}

function onDisk(folder: string, name: string, convert: () => string): string {
  const file = join(folder, name.slice(0, 2), name);
  const stored = readEntry(file);
  if (stored !== undefined) return stored;
  const html = convert();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${shortHash(html)}\n${html}`);
  return html;
}

/** The HTML behind its own hash; nothing where there is none, or where a build was cut off while it wrote it. */
function readEntry(file: string): string | undefined {
  try {
    const entry = readFileSync(file, "utf8");
    const html = entry.slice(hashLength + 1);
    return entry.startsWith(`${shortHash(html)}\n`) ? html : undefined;
  } catch {
    return undefined;
  }
}
