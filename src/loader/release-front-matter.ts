import { readFrontMatter } from "./front-matter.js";
import { normalizeKey } from "./keys.js";
import { mapFrontMatter, type SchemaOptions } from "./schema.js";

/** Keys that hold a post back. */
const holding: ReadonlySet<string> = new Set(["draft", "published", "publish", "status", "poststatus", "visibility"]);

/**
 * The text of a draft (`\n` line ends, no byte order mark) as that of a published post: without the keys that hold it back,
 * with the date (ISO 8601). Every other line stays as it is. Undefined where the front matter cannot be changed so.
 */
export function releaseFrontMatter(text: string, date: string, options: SchemaOptions): string | undefined {
  const { entries, body, bodyLine } = readFrontMatter(text, "");
  const released = bodyLine > 1 ? edit(text, date, entries, bodyLine) : `---\ndate: ${date}\n---\n${text}`;
  const after = readFrontMatter(released, "");
  const { frontMatter, messages } = mapFrontMatter(after.entries, "", options);
  const isSound =
    after.body === body &&
    frontMatter.status === "published" &&
    frontMatter.date === Date.parse(date) &&
    ![...after.messages, ...messages].some(({ severity }) => severity === "error");
  return isSound ? released : undefined;
}

function edit(
  text: string,
  date: string,
  entries: readonly { readonly key: string; readonly line: number }[],
  bodyLine: number,
): string {
  const keyOf = new Map(entries.map(({ key, line }) => [line, normalizeKey(key)]));
  const lines = text.split("\n");
  const dateLine = `date${lines[bodyLine - 2]?.startsWith("+++") ? " =" : ":"} ${date}`;
  const dated = entries.some(({ key }) => normalizeKey(key) === "date");
  return lines
    .flatMap((line, index) => {
      const key = keyOf.get(index + 1);
      if (key === "date") return [dateLine];
      if (key !== undefined && holding.has(key)) return [];
      // The line above the body ends the front matter.
      return !dated && index + 1 === bodyLine - 1 ? [dateLine, line] : [line];
    })
    .join("\n");
}
