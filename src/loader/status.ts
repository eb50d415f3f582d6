import type { Status } from "../model/front-matter.js";
import { readName, readSwitch } from "./text.js";
import type { Value } from "./value.js";

/** `draft: true`. */
export function readDraft(value: Value): Status | undefined {
  const draft = readSwitch(value);
  return draft === undefined ? undefined : draft ? "draft" : "published";
}

/** `published: false`, `publish: false`. */
export function readPublished(value: Value): Status | undefined {
  const published = readSwitch(value);
  return published === undefined ? undefined : published ? "published" : "unpublished";
}

const words: Readonly<Record<string, Status>> = {
  draft: "draft",
  "auto-draft": "draft",
  pending: "draft",
  future: "published",
  publish: "published",
  published: "published",
  public: "published",
  private: "unpublished",
  unpublished: "unpublished",
  trash: "unpublished",
};

/** WordPress's `status` and its relatives. */
export function readStatus(value: Value): Status | undefined {
  const word = readName(value)?.toLowerCase() ?? "";
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

const reserve: readonly Status[] = ["published", "draft", "unpublished"];

/** The more reserved of two: what one key holds back, no other key publishes. */
export function stricter(a: Status, b: Status): Status {
  return reserve.indexOf(a) > reserve.indexOf(b) ? a : b;
}
