import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shortHash } from "../../lib/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/** Which texts an incremental build renders: those that changed, or that were made with a layout or include that did. */
export interface Regenerator {
  isDue(text: JekyllText): boolean;
  /** Notes that a text was made with the file of an absolute path. */
  depend(text: JekyllText, path: string): void;
  /** Writes down what was made of what, once the site is published. */
  remember(texts: readonly JekyllText[]): void;
}

/** What a file was and what it was made with, when it was last built. */
interface Entry {
  readonly modified: number;
  readonly uses: readonly string[];
}

/**
 * Jekyll's rule for `--incremental`: neither data files nor lists of posts count, so that a page that shows them keeps what it
 * showed. Other than there, another configuration or another version of the program makes everything anew. `isThere` tells
 * whether an earlier build has written a file of the destination; `program` changes with the program.
 */
export function openRegenerator(
  config: JekyllConfig,
  isThere: (output: string) => boolean,
  program: string,
): Regenerator {
  if (!config.incremental) return everything(config);
  const file = metadataFile(config);
  const key = shortHash(`${program}\0${JSON.stringify(config.values)}`);
  const known = readEntries(file, key);
  const uses = new Map<string, Set<string>>();
  const answers = new Map<string, boolean>();

  function isModified(path: string): boolean {
    const answer = answers.get(path);
    if (answer !== undefined) return answer;
    // Layouts that nest in a circle lead back here.
    answers.set(path, false);
    const entry = known.get(path);
    const found = !entry || entry.uses.some(isModified) || entry.modified !== modifiedAt(path);
    answers.set(path, found);
    return found;
  }

  return {
    isDue: (text) =>
      !text.isWritten ||
      text.isSass ||
      text.data.regenerate === true ||
      modifiedAt(text.path) === undefined ||
      !isThere(text.outputPath) ||
      isModified(text.path),
    depend: ({ path }, used) => void uses.set(path, (uses.get(path) ?? new Set()).add(used)),
    remember(texts) {
      const used = texts.map(({ path }) => [path, [...(uses.get(path) ?? known.get(path)?.uses ?? [])]] as const);
      const entries = new Map<string, Entry>();
      for (const path of used.flatMap(([, paths]) => paths))
        entries.set(path, { modified: modifiedAt(path) ?? 0, uses: [] });
      for (const [path, paths] of used) entries.set(path, { modified: modifiedAt(path) ?? 0, uses: paths });
      // A foreign branch may have made it a link to somewhere else.
      rmSync(file, { force: true });
      writeFileSync(file, `${JSON.stringify({ key, files: Object.fromEntries(entries) })}\n`);
    },
  };
}

/** As Jekyll does, a build that is not incremental forgets what an incremental one knew. */
function everything(config: JekyllConfig): Regenerator {
  return {
    isDue: () => true,
    depend: () => {},
    remember: () => rmSync(metadataFile(config), { force: true }),
  };
}

function metadataFile({ source }: JekyllConfig): string {
  return join(source, ".jekyll-metadata");
}

/** Milliseconds since the epoch; undefined where there is no file, as of a page that a plugin made. */
function modifiedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Nothing where the file is Jekyll's own, damaged, or of a build with another key. */
function readEntries(file: string, key: string): ReadonlyMap<string, Entry> {
  const none = new Map<string, Entry>();
  if (!existsSync(file)) return none;
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isPlainHash(read) || read.key !== key || !isPlainHash(read.files)) return none;
    const entries = Object.entries(read.files).filter((pair): pair is [string, Entry & Record<string, unknown>] =>
      isEntry(pair[1]),
    );
    return new Map(entries);
  } catch {
    return none;
  }
}

function isEntry(value: unknown): boolean {
  return isPlainHash(value) && typeof value.modified === "number" && Array.isArray(value.uses);
}
