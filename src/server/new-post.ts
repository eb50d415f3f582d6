import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatIso } from "../lib/dates.js";
import type { Config } from "../model/config.js";
import { portableSegment } from "../model/segment.js";

/**
 * Writes an empty post with a title and the present time (ms since the epoch), and returns its path relative to the source;
 * undefined where there is such a file already.
 */
export function createPost(config: Config, title: string, now: number): string | undefined {
  const date = formatIso(now, config.timezone);
  const name = portableSegment(title.trim().toLowerCase().replace(/\s+/g, "-"));
  const path = `${config.folders.posts}/${date.slice(0, 10)}-${name}.md`;
  const file = join(config.source, path);
  if (existsSync(file)) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  // JSON is YAML, whatever the title holds.
  writeFileSync(file, `---\ntitle: ${JSON.stringify(title.trim())}\ndate: ${date}\n---\n\n`, { flag: "wx" });
  return path;
}
