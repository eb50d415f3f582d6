import { isPlainHash } from "../../lib/ruby/inspect.js";
import { allDocuments, type JekyllSite } from "../../model/jekyll/site.js";
import { titleOfSlug } from "../../model/jekyll/slugify.js";
import type { JekyllText } from "../../model/jekyll/text.js";

/** A heading with nothing before it: `# Title` to `### Title`, or a line that is underlined. */
const heading = /^\s*(?:#{1,3}[ \t]+(?<marked>.+?)[ \t]*#*|(?<underlined>\S.*)\r?\n(?:=+|-+))[ \t]*(?:\r?\n|$)/;

/** The plugin jekyll-titles-from-headings: Markdown without a title has that of its first heading. */
export function takeTitles(site: JekyllSite, markdown: (text: string) => string): void {
  const { plugins, values } = site.config;
  const written = values.titles_from_headings;
  const settings = isPlainHash(written) ? written : {};
  if (!plugins.has("jekyll-titles-from-headings") || settings.enabled === false) return;
  const documents = settings.collections === true ? allDocuments(site) : [];
  for (const text of [...site.pages, ...documents]) {
    const match = text.isMarkdown && !hasTitle(text) ? heading.exec(text.source) : null;
    if (!match) continue;
    text.data.title = plain(markdown(match.groups!.marked ?? match.groups!.underlined!));
    if ((text.data.strip_title ?? settings.strip_title) === true)
      text.replaceSource(text.source.slice(match[0].length).trimStart());
  }
}

/** What the file name says is no title of the owner's. */
function hasTitle({ data, collection, basename }: JekyllText): boolean {
  if ((data.title ?? null) === null) return false;
  const slug = basename.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, "");
  return collection === undefined || data.title !== titleOfSlug(slug);
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, "").trim();
