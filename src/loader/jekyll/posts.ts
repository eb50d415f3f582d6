import { join } from "node:path";
import type { Collection } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { isPostName, readDocument } from "./document.js";
import { filesBelow } from "./folder.js";
import { isInFuture, isPublished } from "./publishing.js";
import type { Reading } from "./reading.js";

/** The posts and, if asked for, the drafts of a folder of the source, which is given relative to it. */
export function readPosts(folder: string, posts: Collection, reading: Reading): JekyllText[] {
  const { config } = reading;
  // As in Jekyll, where no folder begins with two slashes or ends with one: `collections_dir: /x/` has no posts.
  const inside = String(config.values.collections_dir ?? "");
  if (inside !== "" && !folder.startsWith(inside)) return [];
  const files = postFiles(folder, "_posts", reading).filter(isPostName);
  const drafts = config.drafts ? postFiles(folder, "_drafts", reading).filter((file) => file.includes(".")) : [];
  return [...files, ...drafts]
    .map((path) => readDocument(join(config.source, path), posts, reading))
    .filter((document) => isPublishable(document, reading));
}

function postFiles(folder: string, special: string, { config, filter }: Reading): string[] {
  const base = folder === "" ? special : `${folder}/${special}`;
  return filesBelow(join(config.source, base), base, filter).map((file) => `${base}/${file}`);
}

function isPublishable(document: JekyllText, reading: Reading): boolean {
  if (!isInFuture(document, reading)) return isPublished(document.data, reading.config);
  reading.messages.push({
    severity: "info",
    ruleId: "future-date",
    reason: `Skipping: ${document.relativePath} has a future date`,
    note: "`--future` publishes it",
    file: document.relativePath,
  });
  return false;
}
