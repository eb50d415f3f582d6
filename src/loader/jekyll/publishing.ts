import type { Hash } from "../../lib/ruby/hash.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import type { Reading } from "./reading.js";

/** `published: false` in a text's data keeps it out, unless the unpublished are asked for. */
export function isPublished(data: Hash, { unpublished }: JekyllConfig): boolean {
  return unpublished || !(data.published === false || (data.published === null && "published" in data));
}

/** Whether a document's date lies after the build's. */
export function isInFuture(document: JekyllText, { config, time }: Reading): boolean {
  if (config.future) return false;
  const { date } = document;
  return date !== undefined && Math.floor(date.instant / 1000) > Math.floor(time.instant / 1000);
}
