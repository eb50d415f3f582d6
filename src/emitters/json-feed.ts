import { timestamp } from "../lib/timestamp.js";
import type { Feed, FeedAuthor, FeedEntry } from "./feed.js";

/** The feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1). */
export function printJsonFeed(feed: Feed): string {
  const whole = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.json,
    description: feed.description || undefined,
    language: feed.lang,
    authors: printAuthors(feed.authors),
    items: feed.entries.map(printEntry),
  };
  return `${JSON.stringify(whole, undefined, 1)}\n`;
}

function printEntry(entry: FeedEntry) {
  return {
    id: entry.url,
    url: entry.url,
    title: entry.title,
    language: entry.lang,
    summary: entry.summary || undefined,
    // An item must have one of the two.
    ...(entry.content === undefined ? { content_text: entry.summary } : { content_html: entry.content }),
    date_published: timestamp(entry.published),
    date_modified: timestamp(entry.updated),
    authors: printAuthors(entry.authors),
    tags: entry.terms.length > 0 ? entry.terms : undefined,
  };
}

function printAuthors(authors: readonly FeedAuthor[]) {
  return authors.length > 0 ? authors.map(({ name, url, avatar }) => ({ name, url, avatar })) : undefined;
}
