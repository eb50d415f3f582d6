import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/**
 * The plugin jekyll-last-modified-at: when a text was last committed, or else when its file was changed, unless its front
 * matter says when.
 */
export function fillInLastModified(texts: readonly JekyllText[], { plugins, source, timezone }: JekyllConfig): void {
  if (!plugins.has("jekyll-last-modified-at")) return;
  const commits = lastCommits(source);
  for (const text of texts) {
    const instant = commits.get(text.path) ?? statSync(text.path, { throwIfNoEntry: false })?.mtimeMs;
    if (instant !== undefined) text.data.last_modified_at ??= new RubyTime(instant, timezone);
  }
}

/** Milliseconds since the epoch by absolute path, from one reading of the history; empty where there is none. */
function lastCommits(source: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let seconds = 0;
  for (const line of history(source).split("\0")) {
    const commit = /^\n?commit (\d+)$/.exec(line);
    const path = line.replace(/^\n/, "");
    if (commit) seconds = Number(commit[1]);
    else if (path !== "" && !times.has(join(source, path))) times.set(join(source, path), seconds * 1000);
  }
  return times;
}

function history(source: string): string {
  try {
    return execFileSync("git", ["log", "-z", "--format=commit %ct", "--name-only", "--relative", "--", "."], {
      cwd: source,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
  } catch {
    // There is no git, or no repository.
    return "";
  }
}
