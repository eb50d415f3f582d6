import { webUrl } from "../lib/web-url.js";
import type { Config } from "../model/config.js";
import type { Author } from "../model/front-matter.js";
import { languageOf } from "../model/language.js";
import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { SitePost } from "../model/site.js";
import { printAtom } from "./atom.js";
import type { Emitter, EmitterInput } from "./emitter.js";
import { printJsonFeed } from "./json-feed.js";
import { printRss } from "./rss.js";
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
  readonly rss: string;
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

/**
 * `/feed.xml` (Atom), `/feed.json` and `/rss.xml` of the newest posts; and the same for each tag and category, where the site's
 * owner asks for them, since an archive has thousands of tags.
 */
export const feed: Emitter = {
  name: "feed",
  emit: (input) => {
    const { config, posts } = input.site;
    if (!config.pipeline.dates) return { outputs: [] };
    return {
      outputs: [...printSiteFeed(posts, input), ...feedsOfTerms(input)],
      messages: config.url === "" ? [missingUrl] : [],
    };
  },
};

/** All that a feed is made of besides its posts. */
interface FeedInput {
  readonly site: Pick<EmitterInput["site"], "config">;
  readonly postHtml: EmitterInput["postHtml"];
}

/** The feed of the site. Of `posts`, newest first, only those matter that come into it. */
export function printSiteFeed(posts: readonly SitePost[], input: FeedInput): readonly Output[] {
  const { config } = input.site;
  return printFeed({ title: config.title || wholeUrl(config, "/"), folder: "/", posts }, input);
}

/** What a feed is about: posts, newest first, and the page that shows the same. */
interface Subject {
  readonly title: string;
  /** Site path of the page, percent-encoded, with a slash at the end; the feed lies in it. */
  readonly folder: string;
  /** The same as a path of the destination; empty for the site's own. */
  readonly output?: string;
  readonly posts: readonly SitePost[];
}

function* feedsOfTerms(input: EmitterInput): Generator<Output> {
  const { config, taxonomies } = input.site;
  for (const { name, terms } of taxonomies) {
    if (!config.feedsOf.includes(name)) continue;
    for (const { name: term, slug, permalink, posts } of terms) {
      const title = [term, config.title].filter(Boolean).join(" · ");
      yield* printFeed({ title, folder: permalink, output: `${name}/${slug}/`, posts }, input);
    }
  }
}

function printFeed(subject: Subject, input: FeedInput): readonly Output[] {
  const content = createFeed(subject, input);
  const { output = "" } = subject;
  return [
    { path: `${output}feed.xml`, contents: printAtom(content) },
    { path: `${output}feed.json`, contents: printJsonFeed(content) },
    { path: `${output}rss.xml`, contents: printRss(content) },
  ];
}

function createFeed({ title, folder, posts }: Subject, input: FeedInput): Feed {
  const { config } = input.site;
  const entries = posts
    .filter(isFed)
    .slice(0, config.feedLimit)
    .map((post) => createEntry(post, input));
  return {
    title,
    description: config.description,
    lang: config.lang,
    home: wholeUrl(config, folder),
    atom: wholeUrl(config, `${folder}feed.xml`),
    json: wholeUrl(config, `${folder}feed.json`),
    rss: wholeUrl(config, `${folder}rss.xml`),
    updated: entries.reduce((newest, entry) => Math.max(newest, entry.updated), 0),
    authors: config.author ? [withWebUrls(config.author)] : [],
    entries,
  };
}

const isFed = ({ post }: SitePost) => !post.frontMatter.hidden && post.frontMatter.redirectTo === undefined;

function createEntry(sitePost: SitePost, { site, postHtml }: FeedInput): FeedEntry {
  const { post, permalink, link } = sitePost;
  return {
    url: wholeUrl(site.config, permalink),
    title: post.title,
    lang: languageOf(post, site.config),
    published: post.date,
    updated: post.updated ?? post.date,
    authors: post.frontMatter.authors.map(withWebUrls),
    terms: termsOf(link),
    summary: post.description,
    ...contentOf(sitePost, site.config, postHtml),
    source: webUrl(post.source),
  };
}

function contentOf(post: SitePost, config: Config, postHtml: FeedInput["postHtml"]): { content?: string } {
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
