import { calendarDate } from "../lib/dates.js";

/** Endings that say how a post is written. They are stacked in the wild: `.html.erb`, `.aspx.markdown`. */
const extensions = /\.(?:md|mkd|mkdn|mkdown|mdown|markdown|html?|xhtml|erb|aspx|textile|liquid|txt)$/i;

/**
 * What a post's file name says: the date in front of it (`YYYY-MM-DD`, only if that day exists) and the slug, which is
 * never empty and keeps its Unicode. `index.md` is named by its folder. `path` is relative, with `/`.
 */
export function readFileName(path: string): { readonly date?: string; readonly slug: string } {
  const name = postName(path);
  // Exports flatten folders into names: `ja__2004-02-24-title.md`.
  const match = /^(?:.*__)?(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ]+(.*))?$/s.exec(name);
  if (!match) return { slug: name };
  const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date === undefined ? { slug: name } : { date, slug: match[4] || name };
}

function postName(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const file = segments.at(-1) ?? "";
  const name = withoutExtensions(file);
  const folder = segments.at(-2);
  return (name === "index" && folder) || name || file || "post";
}

function withoutExtensions(file: string): string {
  let name = file;
  while (extensions.test(name)) name = name.replace(extensions, "");
  return name;
}
