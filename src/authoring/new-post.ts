import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatIso } from "../lib/dates.js";
import type { Config } from "../model/config.js";
import { UserError } from "../model/message.js";
import { termSlug } from "../model/segment.js";

export interface NewPost {
  readonly title: string;
  /** In the folder of drafts, without a date: `pumice publish` gives it one. */
  readonly draft?: boolean;
  /** BCP 47 tag, where it is not the site's language. */
  readonly lang?: string;
  /** Name in the address; made from the title where it is left out. */
  readonly slug?: string;
}

/**
 * Writes an empty post with the present time (ms since the epoch) and returns its path relative to the source. Throws a
 * `UserError` for an empty title and where there is such a file already.
 */
export function createPost(config: Config, post: NewPost, now: number): string {
  const title = post.title.trim();
  if (title === "") throw wrong("no-title", "A post needs a title", 'Say it in quotes: pumice new "My title"');
  if (post.lang !== undefined && !languageTag.test(post.lang)) {
    throw wrong("bad-lang", `“${post.lang}” is no language tag`, "Tags look like en or zh-CN");
  }
  const date = formatIso(now, config.timezone);
  const path = pathOf(config, termSlug(post.slug?.trim() || title), post.draft ? undefined : date);
  const keys = [
    // JSON is YAML, whatever the title holds.
    `title: ${JSON.stringify(title)}`,
    ...(post.draft ? [] : [`date: ${date}`]),
    ...(post.lang === undefined ? [] : [`lang: ${post.lang}`]),
  ];
  writeNew(config.source, path, `---\n${keys.join("\n")}\n---\n\n`);
  return path;
}

/** Where a post of that name lives: the date stands in front of published ones. */
export function pathOf({ folders }: Config, slug: string, date: string | undefined): string {
  return date === undefined ? `${folders.drafts}/${slug}.md` : `${folders.posts}/${date.slice(0, 10)}-${slug}.md`;
}

const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Writes a file that is not there yet. */
function writeNew(source: string, path: string, text: string): void {
  const file = join(source, path);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw wrong("post-exists", `There is a ${path} already`, "Edit that one, or give the new one another --slug");
  }
}

function wrong(ruleId: string, reason: string, note: string): UserError {
  return new UserError([{ severity: "error", ruleId, reason, note }], 2);
}
