import { timestamp } from "../lib/timestamp.js";
import { element, textElement, xmlFile } from "../lib/xml.js";
import type { Feed, FeedAuthor, FeedEntry } from "./feed.js";

/** The feed as Atom (RFC 4287). Content is escaped text, so no HTML can end its element. */
export function printAtom(feed: Feed): string {
  return xmlFile(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.lang },
      ...lines(
        textElement("title", feed.title),
        feed.description && textElement("subtitle", feed.description),
        textElement("id", feed.home),
        element("link", { rel: "self", type: "application/atom+xml", href: feed.atom }),
        element("link", { rel: "alternate", type: "text/html", href: feed.home }),
        textElement("updated", timestamp(feed.updated)),
        // Every entry needs an author; the feed's stands for those that have none.
        ...printAuthors(
          feed.authors.length > 0 ? feed.authors : [{ name: feed.title, url: undefined, avatar: undefined }],
        ),
        textElement("generator", "Pumice"),
        ...feed.entries.map((entry) => printEntry(entry, feed)),
      ),
    ),
  );
}

function printEntry(entry: FeedEntry, feed: Feed): string {
  return element(
    "entry",
    { "xml:lang": entry.lang === feed.lang ? undefined : entry.lang },
    ...lines(
      textElement("title", entry.title),
      textElement("id", entry.url),
      element("link", { rel: "alternate", type: "text/html", href: entry.url }),
      entry.source && element("link", { rel: "via", href: entry.source }),
      textElement("published", timestamp(entry.published)),
      textElement("updated", timestamp(entry.updated)),
      ...printAuthors(entry.authors),
      ...entry.terms.map((term) => element("category", { term })),
      entry.summary && textElement("summary", entry.summary),
      entry.content !== undefined && textElement("content", entry.content, { type: "html" }),
    ),
  );
}

function printAuthors(authors: readonly FeedAuthor[]): readonly string[] {
  return authors.map(({ name, url }) =>
    element("author", {}, textElement("name", name), ...(url ? [textElement("uri", url)] : [])),
  );
}

/** Each on a line of its own, what is missing left out. */
function lines(...elements: readonly (string | false | undefined)[]): readonly string[] {
  return ["\n", ...elements.filter((one) => one).map((one) => `${one}\n`)];
}
