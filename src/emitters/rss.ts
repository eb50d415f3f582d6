import { timestamp } from "../lib/timestamp.js";
import { element, textElement, xmlFile } from "../lib/xml.js";
import type { Feed, FeedAuthor, FeedEntry } from "./feed.js";

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** The feed as RSS 2.0, for services that take nothing else. Content is escaped text, so no HTML can end its element. */
export function printRss(feed: Feed): string {
  const channel = element(
    "channel",
    {},
    "\n",
    textElement("title", feed.title),
    textElement("link", feed.home),
    // There must be one.
    textElement("description", feed.description || feed.title),
    textElement("language", feed.lang),
    element("atom:link", { rel: "self", type: "application/rss+xml", href: feed.rss }),
    textElement("lastBuildDate", dayAndTime(feed.updated)),
    textElement("generator", "Pumice"),
    "\n",
    ...feed.entries.map((entry) => `${printEntry(entry, feed.authors)}\n`),
  );
  return xmlFile(element("rss", { version: "2.0", ...namespaces }, "\n", channel, "\n"));
}

function printEntry(entry: FeedEntry, authorsOfFeed: readonly FeedAuthor[]): string {
  const authors = entry.authors.length > 0 ? entry.authors : authorsOfFeed;
  return element(
    "item",
    {},
    textElement("title", entry.title),
    textElement("link", entry.url),
    textElement("guid", entry.url, { isPermaLink: String(/^https?:/.test(entry.url)) }),
    textElement("pubDate", dayAndTime(entry.published)),
    ...authors.map(({ name }) => textElement("dc:creator", name)),
    ...entry.terms.map((term) => textElement("category", term)),
    ...(entry.summary ? [textElement("description", entry.summary)] : []),
    ...(entry.content === undefined ? [] : [textElement("content:encoded", entry.content)]),
  );
}

/** As RFC 822 writes an instant: `Wed, 26 Feb 2025 14:55:23 GMT`. */
const dayAndTime = (instant: number): string => new Date(timestamp(instant)).toUTCString();
