import { webUrl } from "../lib/web-url.js";
import type { Config } from "../model/config.js";
import type { Author } from "../model/front-matter.js";
import type { Message } from "../model/message.js";
import type { SitePost } from "../model/site.js";
import { printAtom } from "./atom.js";
import type { Emitter, EmitterInput } from "./emitter.js";
import { printJsonFeed } from "./json-feed.js";
import { wholeUrl } from "./whole-url.js";

/** A feed, whatever its format. URLs are whole. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly home: string;
  /** Addresses of the feed itself. */
  readonly atom: string;
  readonly json: string;
  /** Milliseconds since the epoch. */
  readonly updated: number;
  readonly authors: readonly FeedAuthor[];
  readonly entries: readonly FeedEntry[];
}

export interface FeedAuthor {
  readonly name: string;
  readonly url: string | undefined;
  readonly avatar: string | undefined;
}

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly published: number;
  readonly updated: number;
  readonly authors: readonly FeedAuthor[];
  readonly terms: readonly string[];
  readonly summary: string;
  /** HTML; missing where the site's owner publishes summaries only. */
  readonly content?: string;
  /** Where the post was first published. */
  readonly source: string | undefined;
}

/** `/feed.xml` (Atom) and `/feed.json` of the newest posts. */
export const feed: Emitter = {
  name: "feed",
  emit: (input) => {
    const content = createFeed(input);
    return {
      outputs: [
        { path: "feed.xml", contents: printAtom(content) },
        { path: "feed.json", contents: printJsonFeed(content) },
      ],
      messages: input.site.config.url === "" ? [missingUrl] : [],
    };
  },
};

function createFeed(input: EmitterInput): Feed {
  const { config, posts } = input.site;
  const entries = posts
    .filter(isFed)
    .slice(0, config.feedLimit)
    .map((post) => createEntry(post, input));
  return {
    title: config.title || wholeUrl(config, "/"),
    description: config.description,
    lang: config.lang,
    home: wholeUrl(config, "/"),
    atom: wholeUrl(config, "/feed.xml"),
    json: wholeUrl(config, "/feed.json"),
    updated: entries.reduce((newest, entry) => Math.max(newest, entry.updated), 0),
    authors: config.author ? [withWebUrls(config.author)] : [],
    entries,
  };
}

const isFed = ({ post }: SitePost) => !post.frontMatter.hidden && post.frontMatter.redirectTo === undefined;

function createEntry(sitePost: SitePost, { site, postHtml }: EmitterInput): FeedEntry {
  const { post, permalink, link } = sitePost;
  return {
    url: wholeUrl(site.config, permalink),
    title: post.title,
    lang: post.lang ?? site.config.lang,
    published: post.date,
    updated: post.updated ?? post.date,
    authors: post.frontMatter.authors.map(withWebUrls),
    terms: termsOf(link),
    summary: post.description,
    ...contentOf(sitePost, site.config, postHtml),
    source: webUrl(post.source),
  };
}

function contentOf(post: SitePost, config: Config, postHtml: EmitterInput["postHtml"]): { content?: string } {
  return config.feedContent === "full" ? { content: postHtml(post) } : {};
}

/** The front matter may hold any text. */
function withWebUrls({ name, url, avatar }: Author): FeedAuthor {
  return { name, url: webUrl(url), avatar: webUrl(avatar) };
}

const termsOf = ({ categories, tags }: SitePost["link"]) => [
  ...new Set([...categories, ...tags].map((term) => term.name)),
];

const missingUrl: Message = {
  severity: "info",
  ruleId: "no-url",
  reason: "The site's own address is not known, so the feeds and the sitemap have paths where whole URLs belong",
  note: "Set `url: https://example.org` in `_config.yml`",
};
