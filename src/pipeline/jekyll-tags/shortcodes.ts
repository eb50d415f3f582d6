import type { Find, FoundText } from "../text-search.js";
import { isBlockTag } from "./blocks.js";

/** Hugo's `{{< name … >}}` and `{{% name … %}}`. */
export interface Shortcode {
  readonly name: string;
  readonly text: string;
  readonly end: number;
  readonly isBlock: boolean;
}

const shortcode = /\{\{[<%]\s*([\w/.-]{1,100})((?:[^%>]|[%>](?!\}\})){0,2000}?)\/?[%>]\}\}/y;
const notes = ["note", "tip", "info", "warning", "hint"];

/** The shortcode that begins at an offset. */
export function shortcodeAt(body: string, offset: number): Shortcode | undefined {
  shortcode.lastIndex = offset;
  const match = shortcode.exec(body);
  if (!match) return undefined;
  const name = notes.includes(match[1]!) ? "note" : match[1]!;
  return { name, text: match[2]!, end: shortcode.lastIndex, isBlock: isBlockTag(name) };
}

/** The end tag of a shortcode. */
export function endOfShortcode(find: Find, name: string, from: number): FoundText | undefined {
  const names = name === "note" ? notes.join("|") : name;
  return find(`\\{\\{[<%]\\s*/\\s*(?:${names})\\s*[%>]\\}\\}`, from);
}
