import { formatIso } from "../lib/dates.js";
import type { Skipped } from "./build.js";
import type { Config } from "./config.js";
import type { Post } from "./post.js";

/** Why a post is not published now, if so. `now` in milliseconds since the epoch. */
export function whySkipped(post: Post, config: Config, now: number): Skipped | undefined {
  const { path, frontMatter, date } = post;
  if (post.messages.some(({ severity }) => severity === "error")) return { path, why: "unreadable" };
  if (frontMatter.status === "draft" && !config.drafts) return { path, why: "draft" };
  if (frontMatter.status === "unpublished" && !config.unpublished) return { path, why: "unpublished" };
  if (date > now && !config.future) return { path, why: "future", until: formatIso(date, config.timezone) };
  if (frontMatter.expires !== undefined && frontMatter.expires <= now) return { path, why: "expired" };
  return undefined;
}
